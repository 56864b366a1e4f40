/** The periods that figures are for. */
package jp.kakawari.kpi.period;
