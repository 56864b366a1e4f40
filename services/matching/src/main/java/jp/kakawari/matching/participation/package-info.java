/** Participations (参加): the fact that somebody took part, recorded once per application by the host. */
package jp.kakawari.matching.participation;
