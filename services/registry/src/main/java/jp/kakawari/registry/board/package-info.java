/** Boards (掲示板) of councils, committees and networks: threads and posts among their member organisations, and nobody else. */
package jp.kakawari.registry.board;
