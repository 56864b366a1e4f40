/** Member organisations (会員団体): the public list that the secretariat keeps. */
package jp.kakawari.registry.organization;
