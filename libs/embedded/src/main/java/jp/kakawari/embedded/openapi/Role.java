package jp.kakawari.embedded.openapi;

import java.util.Locale;
import jp.kakawari.embedded.Tokens;

/** Each role, with the sample client that has it. */
enum Role {
    SECRETARIAT("secretariat"),
    PREFECTURE("gifu"),
    MUNICIPALITY("hida"),
    INTERMEDIARY("sample-intermediary"),
    PARTNER("sample-partner"),
    SUPPORTER("hanako"),
    OPERATOR("operator");

    private final String client;

    Role(String client) {
        this.client = client;
    }

    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    String client() {
        return client;
    }

    String token(Tokens tokens) {
        return this == SUPPORTER ? tokens.person(client) : tokens.of(client);
    }
}
