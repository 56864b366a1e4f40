package jp.kakawari.embedded.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EveryResourceTest {

    private static final String SILENT = "{\"properties\": {\"id\": {}}}";
    private static final String TELLING = "{\"properties\": {\"id\": {}, \"allowedActions\": {}}}";

    @Test
    void what_is_acted_upon_tells_what_may_be_done() {
        assertThatCode(() -> things(TELLING, SILENT).check()).doesNotThrowAnyException();
        assertThatThrownBy(() -> things(SILENT, TELLING).check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("1 findings")
                .hasMessageContaining("/v1/things/{} is acted upon by [remove, close]");
    }

    @Test
    void what_has_no_address_of_its_own_tells_it_in_its_list() {
        assertThatCode(() -> parts(TELLING).check()).doesNotThrowAnyException();
        assertThatThrownBy(() -> parts(SILENT).check()).hasMessageContaining("/v1/things/{}/parts/{} is acted upon");
    }

    @Test
    void an_excuse_must_still_be_needed() {
        assertThatCode(() ->
                        things(SILENT, SILENT).excuse("/v1/things/{any}", "why").check())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> things(TELLING, SILENT)
                        .excuse("/v1/things/{any}", "why")
                        .check())
                .hasMessageContaining("no longer in need");
    }

    private static EveryResource things(String one, String item) {
        return of("""
                "/v1/things": {"get": %2$s, "post": {"operationId": "begin"}},
                "/v1/things/{id}": {"get": %1$s, "delete": {"operationId": "remove"}},
                "/v1/things/{thing}/closure": {"post": {"operationId": "close"}},
                "/v1/things/{id}/parts": {"get": %2$s, "post": {"operationId": "add"}}""".formatted(answers(one), answers(list(item))));
    }

    private static EveryResource parts(String item) {
        return of("""
                "/v1/things/{id}/parts": {"get": %s},
                "/v1/things/{id}/parts/{part}/withdrawal": {"post": {"operationId": "withdraw"}}""".formatted(answers(list(item))));
    }

    private static String list(String item) {
        return "{\"properties\": {\"items\": {\"type\": \"array\", \"items\": %s}}}".formatted(item);
    }

    private static String answers(String schema) {
        return "{\"responses\": {\"200\": {\"content\": {\"application/json\": {\"schema\": %s}}}}}".formatted(schema);
    }

    private static EveryResource of(String paths) {
        try {
            return EveryResource.of(new ObjectMapper().readTree("{\"paths\": {" + paths + "}}"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
