/**
 * Applications (応募): who asked for a place and how it went. Every change of an application happens while its program's
 * row is locked, so places are never given twice and the waiting list keeps its order on any number of replicas.
 */
package jp.kakawari.matching.application;
