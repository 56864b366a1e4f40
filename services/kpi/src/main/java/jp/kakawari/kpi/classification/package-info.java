/** The relation classes of the ministry's survey: 訪問系 1–5 by precedence, and 非訪問系. */
package jp.kakawari.kpi.classification;
