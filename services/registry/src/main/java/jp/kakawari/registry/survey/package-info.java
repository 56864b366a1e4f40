/** Surveys (アンケート): questions to a segment, answered once each, and nobody's answers. */
package jp.kakawari.registry.survey;
