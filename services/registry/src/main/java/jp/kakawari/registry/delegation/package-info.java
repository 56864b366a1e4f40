/** Delegations (委任): what an intermediary (中間支援組織) may do for municipalities and other members, and who may act for whom. */
package jp.kakawari.registry.delegation;
