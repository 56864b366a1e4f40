package jp.kakawari.embedded.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiDriftTest {
    @TempDir
    Path folder;

    private Path generated;
    private Path committed;

    @BeforeEach
    void twoDocuments() throws Exception {
        generated =
                Files.writeString(folder.resolve("generated.yaml"), "openapi: 3.1.0\npaths:\n  /v1/supporters: {}\n");
        committed = folder.resolve("openapi.yaml");
    }

    @Test
    void whatIsTheSamePasses() throws Exception {
        Files.copy(generated, committed);
        assertThatCode(() -> OpenApiDrift.check(generated, committed, null)).doesNotThrowAnyException();
    }

    @Test
    void whatDiffersIsNamedWithTheWayOut() throws Exception {
        Files.writeString(committed, "openapi: 3.1.0\npaths:\n  /v1/persons: {}\n");
        assertThatThrownBy(() -> OpenApiDrift.check(generated, committed, null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("first at line 3")
                .hasMessageContaining("/v1/persons")
                .hasMessageContaining("/v1/supporters")
                .hasMessageContaining("-Dopenapi.update");
    }

    @Test
    void whatIsMissingIsDriftToo() {
        assertThatThrownBy(() -> OpenApiDrift.check(generated, committed, null)).isInstanceOf(AssertionError.class);
    }

    @Test
    void whatBreaksClientsIsNotWrittenByTheWay() throws Exception {
        Files.writeString(committed, "openapi: 3.1.0\npaths:\n  /v1/persons:\n    get: {operationId: listPersons}\n");
        assertThatThrownBy(() -> OpenApiDrift.check(generated, committed, ""))
                .hasMessageContaining("This breaks clients:\n  GET /v1/persons is gone")
                .hasMessageContaining("-Dopenapi.update=breaking");
        OpenApiDrift.check(generated, committed, "breaking");
        assertThat(committed).hasSameTextualContentAs(generated);
    }

    @Test
    void anUpdateWritesIt() {
        OpenApiDrift.check(generated, committed, "");
        assertThat(committed).hasSameTextualContentAs(generated);
    }
}
