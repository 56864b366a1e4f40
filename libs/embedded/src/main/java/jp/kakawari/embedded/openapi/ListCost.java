package jp.kakawari.embedded.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import jp.kakawari.embedded.openapi.Calls.Answer;

/**
 * What a list costs its database: at most three statements, and for two hundred rows no more than for one. Services under
 * test say in {@code Test-Statements} how often they asked, by whichever way; of those that don't nothing is asked.
 */
final class ListCost {

    private static final int MOST = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String path;
    private final BiFunction<Optional<Role>, String, Answer> calls;

    ListCost(String path, BiFunction<Optional<Role>, String, Answer> calls) {
        this.path = path;
        this.calls = calls;
    }

    /** What is wrong with it, looked at by whichever of these sees most; nobody of them asks as anybody. */
    Optional<String> finding(List<Role> roles) {
        Stream<Optional<Role>> callers =
                roles.isEmpty() ? Stream.of(Optional.empty()) : roles.stream().map(Optional::of);
        Optional<Role> caller =
                callers.max(Comparator.comparing(role -> rows(ask(role, 200)))).orElseThrow();
        Answer many = ask(caller, 200);
        if (many.statements().isEmpty()) {
            return Optional.empty();
        }
        if (rows(many) < 2) {
            return Optional.of("shows no two rows to anybody on " + path
                    + ", so nobody knows what many cost: say list(...) with a path that does");
        }
        OptionalLong one = ask(caller, 1).statements();
        boolean fine =
                many.statements().getAsLong() <= MOST && many.statements().equals(one);
        return fine
                ? Optional.empty()
                : Optional.of(
                        "asks its database %d times for %d rows and %d times for one: at most %d, whatever its length"
                                .formatted(many.statements().getAsLong(), rows(many), one.orElse(-1), MOST));
    }

    private Answer ask(Optional<Role> caller, int limit) {
        return calls.apply(caller, ApiOperation.with(path, "limit=" + limit));
    }

    private static int rows(Answer answer) {
        try {
            return answer.status() == 200
                    ? JSON.readTree(answer.body()).path("items").size()
                    : 0;
        } catch (JsonProcessingException notJson) {
            return 0;
        }
    }
}
