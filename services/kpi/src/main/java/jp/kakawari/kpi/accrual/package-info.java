/** What accrues to municipalities out of payments by members' cards (還元). */
package jp.kakawari.kpi.accrual;
