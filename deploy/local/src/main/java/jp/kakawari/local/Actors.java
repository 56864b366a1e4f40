package jp.kakawari.local;

import java.util.Map;
import java.util.UUID;
import jp.kakawari.embedded.Tokens;

/** Who acts in the sample world: each organisation with its own client and token. */
public final class Actors {

    /** Municipalities with a client of their own name in the realm; the others' clients are named by their code. */
    private static final Map<String, String> NAMED = Map.of(
            "212172", "hida",
            "194425", "kosuge",
            "242161", "iga",
            "434230", "minamioguni",
            "152056", "kashiwazaki",
            "210005", "gifu",
            "190004", "yamanashi");

    private final Client http = Client.anonymous();
    private final Tokens tokens;

    public Actors(Tokens tokens) {
        this.tokens = tokens;
    }

    public Client anybody() {
        return http;
    }

    public Client secretariat() {
        return organization("secretariat");
    }

    /** The sample intermediary (中間支援組織), which offers what no government does. */
    public Client intermediary() {
        return organization("sample-intermediary");
    }

    /** The sample partner app. */
    public Client partner() {
        return organization("sample-partner");
    }

    /** A municipality or prefecture by its 6-digit code. */
    public Client government(String code) {
        return organization(NAMED.getOrDefault(code, code));
    }

    public Client organization(String clientId) {
        return http.as(() -> tokens.of(clientId));
    }

    public Client person(String user) {
        return http.as(() -> tokens.person(user));
    }

    static boolean hasNamedClient(String code) {
        return NAMED.containsKey(code);
    }

    /** Id of the member organisation that a government is in the sample world. */
    public static UUID organizationOf(String government) {
        return UUID.fromString("00000000-0000-7000-8000-000000" + government);
    }
}
