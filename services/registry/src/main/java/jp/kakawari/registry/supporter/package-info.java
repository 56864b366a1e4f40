/** Supporters (関係人口) and their ties (関わり): one record of a person or organisation, whoever registered it. */
package jp.kakawari.registry.supporter;
