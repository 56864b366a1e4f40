/** The headers that a municipality's own software writes (列の対応表), beside the ones that are known anyway. */
package jp.kakawari.registry.columnmapping;
