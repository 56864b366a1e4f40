/** Members who rise and fall (昇格・降格), counted per scheme and fiscal year. */
package jp.kakawari.kpi.tier;
