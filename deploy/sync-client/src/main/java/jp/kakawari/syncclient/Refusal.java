package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells an answer that is no success (problem+json). */
final class Refusal {

    private static final int CONFLICT = 409;
    private static final int CHANGED_MEANWHILE = 412;
    private static final int TOO_MANY = 429;

    private Refusal() {}

    /** Whether the same request may be taken a moment later. */
    static boolean isPassing(int status) {
        return status == TOO_MANY || status >= 500;
    }

    static Failed of(int status, JsonNode problem) {
        String title = problem.path("title").asText("内容を読み取れません。途中のプロキシの回答か、アドレスの誤りかもしれません。");
        StringBuilder message = new StringBuilder(
                "サーバーの回答（%d）: %s".formatted(status, problem.path("detail").asText(title)));
        problem.path("errors")
                .forEach(error -> message.append("\n  ・")
                        .append(error.path("pointer").asText())
                        .append(' ')
                        .append(error.path("detail").asText()));
        problem.path("proposals")
                .forEach(proposal -> message.append(
                                "\n  ・%d列目は".formatted(proposal.path("column").asInt()))
                        .append(proposed(proposal)));
        message.append(Hints.below(message.toString()));
        boolean later = isPassing(status) || status == CONFLICT || status == CHANGED_MEANWHILE;
        return new Failed(later ? Exit.UNREACHABLE : Exit.REFUSED, message.toString());
    }

    /** What a column may be, and why. */
    static String proposed(JsonNode proposal) {
        return "「%s」（%s）かもしれません（確からしさ %.0f％: %s）"
                .formatted(
                        proposal.path("fieldJa").asText(),
                        proposal.path("field").asText(),
                        proposal.path("confidence").asDouble() * 100,
                        proposal.path("ja").asText());
    }
}
