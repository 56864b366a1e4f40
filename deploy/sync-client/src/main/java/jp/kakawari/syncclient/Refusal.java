package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Tells an answer that is no success (problem+json). */
final class Refusal {

    private static final int TOO_SLOW = 408;
    private static final int CHANGED_MEANWHILE = 412;
    private static final int TOO_MANY = 429;

    private static final String BROKEN_UPLOAD = "broken-upload";
    private static final String NOT_POSSIBLE_NOW = "not-possible-now";
    private static final Set<String> BUSY = Set.of("sync-running", "idempotency-key-in-use");
    private static final Set<String> UNFINISHED = Set.of("RECEIVING", "STAGED", "MERGING");

    private Refusal() {}

    /** Whether the same request may be taken a moment later. */
    static boolean isPassing(int status) {
        return status == TOO_SLOW || status == TOO_MANY || status >= 500;
    }

    /** The same, also where only the problem tells. */
    static boolean isPassing(int status, JsonNode problem) {
        return isPassing(status) || code(problem).equals(BROKEN_UPLOAD);
    }

    /** Whether a list is still being taken: another one, or this one by an attempt whose answer got lost. */
    static boolean isBusy(JsonNode problem) {
        return BUSY.contains(code(problem));
    }

    /** @param problem empty where somebody in between answered */
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
        return new Failed(helpsLater(status, problem) ? Exit.UNREACHABLE : Exit.REFUSED, message.toString());
    }

    private static boolean helpsLater(int status, JsonNode problem) {
        boolean unfinished = code(problem).equals(NOT_POSSIBLE_NOW)
                && UNFINISHED.contains(problem.path("state").asText());
        return problem.isEmpty()
                || isPassing(status, problem)
                || isBusy(problem)
                || unfinished
                || status == CHANGED_MEANWHILE;
    }

    private static String code(JsonNode problem) {
        return problem.path("code").asText();
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
