/**
 * A municipality sends its lists (名簿の同期), whatever kind of record they are of: received as a stream, staged, merged by a
 * worker that survives the death of its process, and reported row by row.
 */
package jp.kakawari.registry.sync;
