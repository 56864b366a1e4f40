/**
 * Payments by members' cards (会員証での決済) as card operators tell them, and the share of each that accrues to the municipality
 * (還元): exact to the last decimal, rounded down only where yen are paid out.
 */
package jp.kakawari.registry.payment;
