package jp.kakawari.embedded.openapi;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.kakawari.embedded.Tokens;

/**
 * Walks every operation in a running service's OpenAPI document. Each must be described (operationId, summary, example, error
 * answers, roles or a declared openness) and guarded: 401 without a token, 403 for each role that is not named, 403 or 404
 * for another municipality or prefecture, and no 401, missing scope or 5xx for the roles that are named. Bodies may say nothing
 * that isn't described: who sets what they shouldn't learns so. Lists must count when
 * asked to, and cost their database the same however long they are, whoever asks.
 *
 * <p>Exceptions are explicit and must still be needed: the list may only shrink.
 */
public final class EveryOperation {
    /** What an operation may be excused from, with a reason. */
    public enum Rule {
        EXAMPLE,
        FOREIGN,
        ANSWER,
        ROWS
    }

    private record Excuse(String operationId, Rule rule) {}

    private final URI service;
    private final Tokens tokens;
    private final Set<String> open = new TreeSet<>();
    private final Set<Excuse> excuses = new LinkedHashSet<>();
    private final Set<Excuse> used = new HashSet<>();
    private final Map<String, String> foreign = new TreeMap<>();
    private final Map<String, List<String>> lists = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();

    private EveryOperation(URI service, Tokens tokens) {
        this.service = service;
        this.tokens = tokens;
    }

    public static EveryOperation of(URI service, Tokens tokens) {
        return new EveryOperation(service, tokens);
    }

    /** The operation may be called by anybody, without a token. */
    public EveryOperation isPublic(String... operationIds) {
        open.addAll(List.of(operationIds));
        return this;
    }

    public EveryOperation excuse(String operationId, Rule rule, String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("Say why " + operationId + " is excused from " + rule);
        }
        excuses.add(new Excuse(operationId, rule));
        return this;
    }

    /** A path of this operation that belongs to somebody other than 飛騨市, where {@code {municipality}} does not say so. */
    public EveryOperation foreign(String operationId, String path) {
        foreign.put(operationId, path);
        return this;
    }

    /** Another path of this list, that shows two rows or more to some who may read it, where its own doesn't. */
    public EveryOperation list(String operationId, String path) {
        lists.computeIfAbsent(operationId, none -> new ArrayList<>()).add(path);
        return this;
    }

    /** Asks everything of everyone; throws one AssertionError that lists each finding and what to do about it. */
    public void check() {
        ApiDocument document = ApiDocument.read(service);
        Calls calls = new Calls(service, tokens);
        document.operations().forEach(operation -> {
            Description.of(operation, open.contains(operation.id())).forEach(finding -> add(operation, finding));
            Description.withoutExample(operation)
                    .ifPresent(finding -> addUnlessExcused(operation, Rule.EXAMPLE, finding));
            guard(operation, calls);
            mustCount(operation, calls);
            mustCostTheSame(operation, calls);
            mustRefuseMore(operation, calls);
        });
        mustStillBeNeeded(document);
        if (calls.mostStatements().orElse(0) == 0) {
            findings.add(
                    "Test-Statements is 0 for all operations, or nowhere: CountingDriver and SayStatements count what the"
                            + " thread asks that answers");
        }
        if (!findings.isEmpty()) {
            throw new AssertionError(findings.size() + " findings in " + service + "q/openapi:\n"
                    + String.join("\n", new TreeSet<>(findings)));
        }
    }

    private void guard(ApiOperation operation, Calls calls) {
        if (operation.roles().isEmpty()) {
            return;
        }
        if (calls.withoutToken(operation, operation.ownPath()).status() != 401) {
            add(operation, "answers without a token. Put @RolesAllowed on it, or name it in isPublic(...)");
        }
        for (Role role : Role.values()) {
            if (!operation.roles().contains(role.claim())) {
                mustRefuse(operation, role, calls);
            } else {
                mustAnswer(operation, role, calls);
            }
        }
        mustKeepApart(operation, calls);
    }

    private void mustRefuse(ApiOperation operation, Role role, Calls calls) {
        int status = calls.as(role, operation).status();
        if (status != 403) {
            add(
                    operation,
                    "answers " + status + " to the role " + role.claim()
                            + ", which it does not name: 403 is due before anything else is looked at");
        }
    }

    private void mustAnswer(ApiOperation operation, Role role, Calls calls) {
        Calls.Answer answer = calls.as(role, operation);
        if (answer.status() == 401 || answer.status() >= 500 || answer.body().contains("\"scope-missing\"")) {
            addUnlessExcused(
                    operation,
                    Rule.ANSWER,
                    "answers " + answer.status() + " to the role " + role.claim()
                            + ", which it names, called with its own example: " + answer.start());
        }
    }

    private void mustKeepApart(ApiOperation operation, Calls calls) {
        Optional<String> path = Optional.ofNullable(foreign.get(operation.id())).or(operation::foreignPath);
        for (Role role : List.of(Role.MUNICIPALITY, Role.PREFECTURE)) {
            if (path.isEmpty() || !operation.roles().contains(role.claim())) {
                continue;
            }
            int status = calls.as(role, operation, path.get()).status();
            if (status != 403 && status != 404) {
                addUnlessExcused(
                        operation,
                        Rule.FOREIGN,
                        "answers " + status + " to " + role.client() + " on " + path.get()
                                + ", which is another's: call caller.mustActFor(...) first, or say foreign/excuse");
            }
        }
    }

    private void mustCount(ApiOperation operation, Calls calls) {
        if (operation.countedPath().isEmpty()) {
            return;
        }
        String path = operation.countedPath().get();
        Calls.Answer answer = Arrays.stream(Role.values())
                .filter(role -> operation.roles().contains(role.claim()))
                .findFirst()
                .map(role -> calls.as(role, operation, path))
                .orElseGet(() -> calls.withoutToken(operation, path));
        if (answer.status() == 200 && !answer.body().matches("(?s).*\"count\"\\s*:\\s*\\d.*")) {
            add(operation, "takes count but ignores count=true: give Page.of(...) the total");
        }
    }

    private void mustCostTheSame(ApiOperation operation, Calls calls) {
        if (operation.isList()) {
            List<String> paths = Stream.concat(
                            Stream.of(operation.ownPath()), lists.getOrDefault(operation.id(), List.of()).stream())
                    .toList();
            ListCost list = new ListCost(
                    paths,
                    operation.mostAtOnce(),
                    (role, page) -> role.map(known -> calls.as(known, operation, page))
                            .orElseGet(() -> calls.withoutToken(operation, page)));
            list.findings(callers(operation)).forEach(finding -> add(operation, finding));
            List<String> few = list.seeingFew(callers(operation));
            if (!few.isEmpty()) {
                addUnlessExcused(
                        operation,
                        Rule.ROWS,
                        "shows no two rows to " + String.join(", ", few) + " on " + String.join(", ", paths)
                                + ", so nobody knows what many cost: say list(...) with a path that does");
            }
        }
    }

    /** Who may read it: the roles it names, or everybody, with a token and without. */
    private static List<Optional<Role>> callers(ApiOperation operation) {
        boolean anybody = operation.roles().isEmpty();
        Stream<Optional<Role>> known = Arrays.stream(Role.values())
                .filter(role -> anybody || operation.roles().contains(role.claim()))
                .map(Optional::of);
        return anybody ? Stream.concat(Stream.of(Optional.<Role>empty()), known).toList() : known.toList();
    }

    private void mustRefuseMore(ApiOperation operation, Calls calls) {
        Role role = Arrays.stream(Role.values())
                .filter(known -> operation.roles().contains(known.claim()))
                .findFirst()
                .orElse(null);
        operation
                .bodyWithMore()
                .map(body -> calls.withMore(role, operation, body))
                .filter(answer -> answer.status() != 400)
                .ifPresent(answer -> add(
                        operation,
                        "answers " + answer.status()
                                + " to a body with a property that it doesn't describe: 400 is due"));
    }

    private void mustStillBeNeeded(ApiDocument document) {
        var known = document.operations().stream().map(ApiOperation::id).toList();
        open.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> findings.add(id + " is named in isPublic(...) but does not exist: remove it"));
        excuses.stream()
                .filter(excuse -> !used.contains(excuse))
                .forEach(excuse -> findings.add(
                        excuse.operationId() + " is no longer in need of its excuse " + excuse.rule() + ": remove it"));
    }

    private void addUnlessExcused(ApiOperation operation, Rule rule, String finding) {
        Excuse excuse = new Excuse(operation.id(), rule);
        if (excuses.contains(excuse)) {
            used.add(excuse);
        } else {
            add(operation, finding);
        }
    }

    private void add(ApiOperation operation, String finding) {
        findings.add(operation.id() + " (" + operation.method() + " " + operation.path() + ") " + finding);
    }
}
