/** Moves on municipalities' own ladders (関わりの階梯), counted per fiscal year. */
package jp.kakawari.kpi.ladder;
