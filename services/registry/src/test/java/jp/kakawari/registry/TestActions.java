package jp.kakawari.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What somebody is told that they may do is tried, and so is what they are not told. */
final class TestActions {

    private static final List<Integer> DONE = List.of(200, 201, 202, 204);
    private static final List<Integer> REFUSED = List.of(401, 403, 404, 409, 410);

    /** Named elsewhere as well: to be tried there. */
    private static final List<String> BESIDE = List.of("join");

    private TestActions() {}

    /** Takes the caller and the address of the resource. */
    interface Act {
        Response of(RequestSpecification caller, String path);
    }

    /** What the resource at that address tells the caller. */
    interface Reader {
        List<String> actions(RequestSpecification caller, String path);
    }

    /** It is read at its own address. */
    static List<String> read(RequestSpecification caller, String path) {
        Response read = caller.get(path);
        return read.statusCode() == 200 ? read.path("allowedActions") : List.of();
    }

    /** It is read in the list above it, by that key; whoever doesn't see it there may do nothing. */
    static Reader inList(String key) {
        return (caller, path) -> {
            int last = path.lastIndexOf('/');
            return listed(caller.get(path.substring(0, last) + "?limit=200"), key, path.substring(last + 1));
        };
    }

    static List<String> listed(Response list, String key, String value) {
        List<String> found = list.statusCode() == 200
                ? list.path("items.find { it.%s == '%s' }?.allowedActions".formatted(key, value))
                : null;
        return found == null ? List.of() : found;
    }

    static void mustHold(
            String state,
            Supplier<String> make,
            Supplier<RequestSpecification> caller,
            String name,
            Map<String, Act> acts) {
        mustHold(state, make, caller, name, TestActions::read, acts);
    }

    /** A refused action leaves the resource as it is, so only after an accepted one there is a new one. */
    static void mustHold(
            String state,
            Supplier<String> make,
            Supplier<RequestSpecification> caller,
            String name,
            Reader reader,
            Map<String, Act> acts) {
        String path = make.get();
        List<String> allowed = reader.actions(caller.get(), path);
        assertThat(allowed.stream().filter(action -> !BESIDE.contains(action)))
                .as("names only what is tried")
                .isSubsetOf(acts.keySet());
        for (Map.Entry<String, Act> act : acts.entrySet()) {
            Response answer = act.getValue().of(caller.get(), path);
            String told =
                    "%s by %s, %s, who may %s: %s".formatted(act.getKey(), name, state, allowed, answer.asString());
            if (allowed.contains(act.getKey())) {
                assertThat(answer.statusCode()).as(told).isIn(DONE);
                path = make.get();
            } else {
                assertThat(refused(answer)).as(told).isTrue();
            }
            assertThat(reader.actions(caller.get(), path)).as(told).isEqualTo(allowed);
        }
    }

    /** Who is at a cap isn't eligible: a refusal that says so, rule by rule. */
    private static boolean refused(Response answer) {
        return REFUSED.contains(answer.statusCode())
                || answer.statusCode() == 422 && answer.path("code").equals("not-eligible");
    }

    static Response send(RequestSpecification caller, String path, String body) {
        return caller.header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }

    static Act post(String more, String body) {
        return (caller, path) -> send(caller, path + more, body);
    }

    static Act put(String body) {
        return (caller, path) -> caller.header("If-Match", "*").body(body).put(path);
    }

    static Act patch(String body) {
        return (caller, path) -> caller.contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch(path);
    }

    static Act delete(String more) {
        return (caller, path) -> caller.header("If-Match", "*").delete(path + more);
    }
}
