package jp.kakawari.registry.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.embedded.Parts;
import jp.kakawari.registry.roster.Format;

/** A municipality that sends its list and follows the report. */
record ListSender(String client, String municipality, String kind) {

    static final ListSender HIDA = new ListSender("hida", "212172");
    static final ListSender KOSUGE = new ListSender("kosuge", "194425");
    static final ListSender IGA = new ListSender("iga", "242161");
    static final ListSender MINAMIOGUNI = new ListSender("minamioguni", "434230");
    static final ListSender KASHIWAZAKI = new ListSender("kashiwazaki", "152056");

    ListSender(String client, String municipality) {
        this(client, municipality, "supporter");
    }

    /** The same one, sending its ledger. */
    ListSender ledger() {
        return new ListSender(client, municipality, "engagement");
    }

    /** The same one, sending the members of its schemes. */
    ListSender memberships() {
        return new ListSender(client, municipality, "membership");
    }

    static String token(String client) {
        return Parts.shared().tokens().of(client);
    }

    String path() {
        return "/v1/municipalities/" + municipality + "/" + kind + "-syncs";
    }

    Response send(byte[] file, boolean dryRun) {
        return send(file, dryRun, UUID.randomUUID().toString());
    }

    Response send(byte[] file, boolean dryRun, String key) {
        return send(request("text/csv").header("Idempotency-Key", key), file, dryRun);
    }

    Response send(Format format, byte[] file, boolean dryRun) {
        return send(request(format.mediaType()).header("Idempotency-Key", UUID.randomUUID()), file, dryRun);
    }

    Response send(String type, byte[] file) {
        return send(request(type).header("Idempotency-Key", UUID.randomUUID()), file, true);
    }

    Response sendEncoded(Format format, String encoding, byte[] file, boolean dryRun) {
        RequestSpecification request = request(format.mediaType())
                .header("Content-Encoding", encoding)
                .header("Idempotency-Key", UUID.randomUUID());
        return send(request, file, dryRun);
    }

    private RequestSpecification request(String type) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, ContentType.BINARY)))
                .auth()
                .oauth2(token(client))
                .contentType(type);
    }

    private Response send(RequestSpecification request, byte[] file, boolean dryRun) {
        return request.queryParam("dryRun", dryRun).body(file).post(path());
    }

    Response send(String list, String query) {
        return given().auth()
                .oauth2(token(client))
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(list.getBytes(StandardCharsets.UTF_8))
                .post(path() + "?" + query);
    }

    /** Sends a list in UTF-8 with these parameters and waits for its report. */
    Map<String, Object> sync(String list, String query) {
        return report(send(list, query));
    }

    /** Sends a list in UTF-8 and waits for its report. */
    Map<String, Object> sync(String list) {
        return report(send(list.getBytes(StandardCharsets.UTF_8), false));
    }

    Response get(String path) {
        return given().auth().oauth2(token(client)).get(path);
    }

    Map<String, Object> report(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        String location = answer.header("Location");
        return await(location.substring(location.indexOf("/v1/")));
    }

    Map<String, Object> await(String path) {
        Map<String, Object> job = finished(path);
        assertThat(job).containsEntry("state", "DONE");
        return job;
    }

    /** How a sync ended, well or not. */
    Map<String, Object> finished(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return finished(path() + "/" + answer.jsonPath().getString("id"));
    }

    private Map<String, Object> finished(String path) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Map<String, Object> job;
        do {
            job = get(path).jsonPath().getMap("");
            assertThat(System.nanoTime()).as("%s", job).isLessThan(deadline);
        } while (!List.of("DONE", "FAILED").contains(job.get("state")));
        return job;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> progress(Map<String, Object> job) {
        return (Map<String, Object>) job.get("progress");
    }
}
