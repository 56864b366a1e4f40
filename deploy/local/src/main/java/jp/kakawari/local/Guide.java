package jp.kakawari.local;

/** What the person at the terminal may try next: addresses, how to get a token, three lines worth pasting. */
final class Guide {

    private final Addresses at;
    private final Console console;

    Guide(Addresses at, Console console) {
        this.at = at;
        this.console = console;
    }

    void print() {
        console.say("");
        console.say("The platform is up until Ctrl-C.");
        console.say("  registry         %s/q/docs", at.registry());
        console.say("  program-catalog  %s/q/docs     feed  %s/v1/feeds/programs", at.catalog(), at.catalog());
        console.say("  matching         %s/q/docs", at.matching());
        console.say("  kpi              %s/q/docs     feed  %s/v1/feeds/relations?level=nation", at.kpi(), at.kpi());
        console.say("  Keycloak         %s", at.issuer());
        console.say("");
        console.say(
                "Clients: secretariat, hida, kosuge, minamioguni, gifu, sample-partner; the secret is <client>-secret.");
        console.say("Paste, for example:");
        console.say("  curl -sG '%s/v1/programs' --data-urlencode q=里山 -d openNow=true -d limit=3", at.catalog());
        console.say(
                "  token() { curl -s -d grant_type=client_credentials -d client_id=$1 -d client_secret=$1-secret"
                        + " %s/protocol/openid-connect/token | sed 's/.*\"access_token\":\"\\([^\"]*\\).*/\\1/'; }",
                at.issuer());
        console.say(
                "  curl -s -H \"Authorization: Bearer $(token secretariat)\" '%s/v1/feeds/relations?level=nation'",
                at.kpi());
        console.say("");
    }
}
