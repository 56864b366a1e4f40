package jp.kakawari.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Access tokens of the sample clients and people, got from Keycloak as an app would and kept until near their end. */
public final class Tokens {
    private static final String PEOPLE = "kakawari-people";
    private static final String CALLBACK = "http://localhost:3000/callback";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern LIFE = Pattern.compile("\"expires_in\"\\s*:\\s*(\\d+)");
    private static final Pattern FORM = Pattern.compile("<form[^>]+action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String issuer;
    private final Map<String, Token> known = new ConcurrentHashMap<>();

    public Tokens(String issuer) {
        this.issuer = issuer;
    }

    /** Client credentials; the secret of a sample client is its id followed by {@code -secret}. */
    public String of(String clientId) {
        return of(clientId, clientId + "-secret");
    }

    public String of(String clientId, String secret) {
        return current(
                "client " + clientId + " " + secret,
                () -> token(
                        Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret)));
    }

    /** Signs the person in on Keycloak's page, code + PKCE; the password of a sample user is {@code <user>-password}. */
    public String person(String user) {
        return person(user, user + "-password");
    }

    public String person(String user, String password) {
        return current("person " + user + " " + password, () -> signIn(user, password));
    }

    private String current(String who, Supplier<Token> fresh) {
        return known.compute(who, (key, held) -> held != null && held.lastsBeyond(MARGIN) ? held : fresh.get())
                .value();
    }

    private Token signIn(String user, String password) {
        var verifier = random();
        var page = send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/auth?"
                + form(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        PEOPLE,
                        "redirect_uri",
                        CALLBACK,
                        "scope",
                        "openid",
                        "state",
                        random(),
                        "code_challenge_method",
                        "S256",
                        "code_challenge",
                        challenge(verifier))))));
        var action = URI.create(first(FORM, page.body(), "a sign-in form").replace("&amp;", "&"));
        var answer = send(
                post(action, Map.of("username", user, "password", password)).header("Cookie", cookies(page)));
        var location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalArgumentException("Keycloak did not sign " + user + " in"));
        var code = URLDecoder.decode(first(CODE, location, "a code"), StandardCharsets.UTF_8);
        return token(Map.of(
                "grant_type", "authorization_code",
                "client_id", PEOPLE,
                "redirect_uri", CALLBACK,
                "code", code,
                "code_verifier", verifier));
    }

    /** All of them, marked secure or not: to a browser localhost is secure, to Java's cookie store it isn't. */
    private static String cookies(HttpResponse<?> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private Token token(Map<String, String> grant) {
        var answer = send(post(URI.create(issuer + "/protocol/openid-connect/token"), grant));
        var value = first(TOKEN, answer.body(), "an access token");
        var life = Long.parseLong(first(LIFE, answer.body(), "a lifetime"));
        return new Token(value, Instant.now().plusSeconds(life));
    }

    private static HttpRequest.Builder post(URI where, Map<String, String> form) {
        return HttpRequest.newBuilder(where)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Keycloak", e);
        }
    }

    private static String first(Pattern pattern, String text, String what) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException("Keycloak answered without " + what + ": " + text);
        }
        return found.group(1);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return base64(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private record Token(String value, Instant end) {
        boolean lastsBeyond(Duration margin) {
            return Instant.now().plus(margin).isBefore(end);
        }
    }
}
