/** How many members there are (会員数), by kind and by class. */
package jp.kakawari.registry.memberstatistics;
