/** Ladders (関わりの階梯) of municipalities: steps of their own, who stands where since when, and the funnel over them. */
package jp.kakawari.registry.ladder;
