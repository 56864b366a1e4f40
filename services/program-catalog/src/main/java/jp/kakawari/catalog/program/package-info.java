/**
 * The program (受入プログラム) from draft to done: what a host writes on its sheet, who may change it, and what the other
 * services hear of it. Drafts are nobody's business but their host's.
 */
package jp.kakawari.catalog.program;
