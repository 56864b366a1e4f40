/** How many people municipalities' campaigns reach, and how many of them answer. */
package jp.kakawari.kpi.delivery;
