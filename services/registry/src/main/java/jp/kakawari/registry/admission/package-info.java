/** Who may be a member (入会の判断): what the rules of a scheme's policy say of an applicant, each with its reason. */
package jp.kakawari.registry.admission;
