/** What each member organisation (会員団体) used, counted from stored facts: the base of any later billing. */
package jp.kakawari.matching.usage;
