/** Member organisations (会員団体): from the application to the day they leave, and the public directory of what they can do. */
package jp.kakawari.registry.organization;
