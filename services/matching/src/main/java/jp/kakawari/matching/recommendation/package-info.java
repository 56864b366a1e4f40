/**
 * Recommendations (推薦): pure scoring over an index of the open programs that each replica keeps in memory, and over the
 * supporters that a municipality may ask, as they stream by. A score is the sum of its reasons' contributions, nothing
 * else.
 */
package jp.kakawari.matching.recommendation;
