package jp.kakawari.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What went wrong, by name: a subclass annotated with {@link Problem} is answered as RFC 9457
 * {@code application/problem+json} in the caller's language. Details never carry personal data.
 */
public abstract class Refusal extends RuntimeException {
    private String english;
    private String japanese;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient List<Flaw> flaws = new ArrayList<>();

    protected Refusal() {}

    protected Refusal(Throwable cause) {
        super(cause);
    }

    /** The sentence that explains this occurrence, in both languages. */
    public Refusal detail(String en, String ja) {
        english = en;
        japanese = ja;
        return this;
    }

    /** An extension member beside the standard ones, such as {@code allowedActions}. */
    public Refusal with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** One entry of {@code errors[]}: the JSON pointer (RFC 6901) of the bad value and what is wrong with it. */
    public Refusal at(String pointer, String en, String ja) {
        return at(Flaw.inBody(pointer, en, ja));
    }

    /** One entry of {@code errors[]} for a path, query or header parameter. */
    public Refusal atParameter(String name, String en, String ja) {
        return at(Flaw.inParameter(name, en, ja));
    }

    Refusal at(Flaw flaw) {
        flaws.add(flaw);
        return this;
    }

    final Problem problem() {
        Problem problem = getClass().getAnnotation(Problem.class);
        if (problem == null) {
            throw new IllegalStateException(getClass().getName() + " lacks @Problem");
        }
        return problem;
    }

    final String detail(boolean inEnglish) {
        return inEnglish ? english : japanese;
    }

    final Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    final List<Flaw> flaws() {
        return Collections.unmodifiableList(flaws);
    }

    @Override
    public String getMessage() {
        return problem().code() + (english == null ? "" : ": " + english);
    }
}
