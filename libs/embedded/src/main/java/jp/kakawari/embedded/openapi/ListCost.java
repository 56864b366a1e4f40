package jp.kakawari.embedded.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.kakawari.embedded.openapi.Calls.Answer;

/**
 * What a list costs its database, whoever asks: at most three statements, and for as many rows as it shows no more than for one.
 * Services under test say in {@code Test-Statements} how often they asked, by whichever way. Each caller asks once before
 * anything is counted, so that what is only asked the first time doesn't count; who may read it must see two rows, or nobody
 * knows what many cost. Of what always answers all, whatever is asked, only the three are seen.
 */
final class ListCost {

    private static final int MOST = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> paths;
    private final int limit;
    private final BiFunction<Optional<Role>, String, Answer> calls;
    private final Map<Optional<Role>, String> longest = new HashMap<>();

    /** @param limit for how many it may be asked at once; where it is 0 for all, how many it shows doesn't matter */
    ListCost(List<String> paths, int limit, BiFunction<Optional<Role>, String, Answer> calls) {
        this.paths = paths;
        this.limit = limit;
        this.calls = calls;
    }

    /** Those of these callers to whom it shows no two rows, or nothing where it always answers all. */
    List<String> seeingFew(List<Optional<Role>> callers) {
        return callers.stream().filter(this::seesFew).map(ListCost::name).toList();
    }

    private boolean seesFew(Optional<Role> caller) {
        Answer many = ask(caller, longest(caller), limit);
        return limit > 0 ? rows(many) < 2 : many.status() != 200;
    }

    /** What is wrong with what it costs, asked by each of these who may see it; empty is somebody without a token. */
    List<String> findings(List<Optional<Role>> callers) {
        return callers.stream().flatMap(caller -> finding(caller).stream()).toList();
    }

    private Optional<String> finding(Optional<Role> caller) {
        String path = longest(caller);
        ask(caller, path, limit);
        Answer many = ask(caller, path, limit);
        if (many.status() != 200) {
            return Optional.empty();
        }
        if (many.statements().isEmpty()) {
            return Optional.of("doesn't say to " + name(caller) + " how often it asked its database");
        }
        long asked = many.statements().getAsLong();
        long one = limit > 0 ? ask(caller, path, 1).statements().orElse(-1) : asked;
        return asked <= MOST && asked == one
                ? Optional.empty()
                : Optional.of(
                        "asks its database for %s %d times for %d rows and %d times for one: at most %d, whatever its length"
                                .formatted(name(caller), asked, rows(many), one, MOST));
    }

    private String longest(Optional<Role> caller) {
        return longest.computeIfAbsent(
                caller,
                asking -> paths.stream()
                        .max(Comparator.comparing(path -> rows(ask(asking, path, limit))))
                        .orElseThrow());
    }

    private static String name(Optional<Role> caller) {
        return caller.map(Role::client).orElse("nobody");
    }

    private Answer ask(Optional<Role> caller, String path, int rows) {
        return calls.apply(caller, limit > 0 ? ApiOperation.with(path, "limit=" + rows) : path);
    }

    /** Less than none where it is refused. */
    private static int rows(Answer answer) {
        try {
            return answer.status() == 200
                    ? JSON.readTree(answer.body()).path("items").size()
                    : -1;
        } catch (JsonProcessingException notJson) {
            return 0;
        }
    }
}
