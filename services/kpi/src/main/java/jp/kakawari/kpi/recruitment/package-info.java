/** How people came (登録経路): who signed up where, such as at a recruitment event. */
package jp.kakawari.kpi.recruitment;
