/**
 * The bridge: programs for a supporter with reasons that add up, applications that never exceed a program's places, and
 * the record of who took part; supporters for a need. Listens to registry.supporter.v1, catalog.program.v1 and
 * catalog.need.v1, tells matching.application.v1 and matching.participation.v1.
 */
package jp.kakawari.matching;
