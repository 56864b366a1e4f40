/**
 * A municipality sends its list of supporters (名簿の同期): received as a stream, staged, merged by a worker that survives the
 * death of its process, and reported row by row.
 */
package jp.kakawari.registry.sync;
