/**
 * 公表値: figures that the State published about 関係人口, stored as inputs and recomputed by their formula, and the targets
 * that it set. Open data.
 */
package jp.kakawari.kpi.publication;
