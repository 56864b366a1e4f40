/** Surveys of desks (窓口設置状況調査): what each government answered, and the roll-up. */
package jp.kakawari.registry.desksurvey;
