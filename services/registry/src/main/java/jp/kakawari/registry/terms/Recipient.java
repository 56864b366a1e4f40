package jp.kakawari.registry.terms;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/** To whom data may be given (提供先): the 6-digit code of a municipality, or the id of another member organisation. */
public record Recipient(String value) {

    private static final int ID = 36;

    public static Recipient parse(String text) {
        return new Recipient(
                text.length() == ID
                        ? UUID.fromString(text).toString()
                        : LocalGovernmentCode.parse(text).value());
    }

    /** Who the caller is when they are given data. */
    public static Recipient of(Caller caller) {
        return caller.is(Roles.MUNICIPALITY)
                ? new Recipient(caller.government().orElseThrow(NotYours::new))
                : new Recipient(caller.organization().orElseThrow(NotYours::new).toString());
    }

    /** Passes for this recipient itself; everybody else is refused. */
    public void mustBe(Caller caller) {
        if (!equals(of(caller))) {
            throw new NotYours();
        }
    }

    /** Whether the caller is this recipient, and one that may state terms. */
    public boolean is(Caller caller) {
        if (caller.is(Roles.MUNICIPALITY)) {
            return caller.speaksFor(value);
        }
        boolean asks = caller.is(Roles.INTERMEDIARY) || caller.is(Roles.PARTNER);
        return asks
                && caller.organization()
                        .map(UUID::toString)
                        .filter(value::equals)
                        .isPresent();
    }

    public Optional<String> municipality() {
        return value.length() == ID ? Optional.empty() : Optional.of(value);
    }

    /** The member organisation; empty for a municipality, which is known by its code. */
    public List<UUID> organization() {
        return value.length() == ID ? List.of(UUID.fromString(value)) : List.of();
    }

    @Override
    public String toString() {
        return value;
    }
}
