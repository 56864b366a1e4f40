package jp.kakawari.registry.contactlist;

import java.util.List;
import java.util.stream.Stream;
import jp.kakawari.registry.audience.Permission;
import jp.kakawari.registry.personal.Personal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How people on a list are reached, and what of them it so needs. */
@Schema(description = "POSTAL 郵送 (name, postal code, address), EMAIL メール (name, address)")
enum Channel {
    POSTAL(Permission.POSTAL, List.of("氏名", "郵便番号", "住所")) {
        @Override
        List<String> cells(Personal person) {
            return person.address() == null
                    ? List.of()
                    : List.of(fullName(person), or(person.postalCode()), person.address());
        }
    },
    EMAIL(Permission.MAIL, List.of("氏名", "メールアドレス")) {
        @Override
        List<String> cells(Personal person) {
            return person.email() == null ? List.of() : List.of(fullName(person), person.email());
        }
    };

    private final Permission permission;
    private final List<String> header;

    Channel(Permission permission, List<String> header) {
        this.permission = permission;
        this.header = header;
    }

    Permission permission() {
        return permission;
    }

    List<String> header() {
        return header;
    }

    /** What the list says of somebody; nothing of who can't be reached so. */
    abstract List<String> cells(Personal person);

    private static String fullName(Personal person) {
        String whole = String.join(
                " ",
                Stream.of(person.familyName(), person.givenName())
                        .filter(part -> part != null)
                        .toList());
        return whole.isEmpty() ? or(person.nickname()) : whole;
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }
}
