package jp.kakawari.embedded.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingChangesTest {
    private static final String DOCUMENT = """
            paths:
              /v1/ties:
                post:
                  operationId: makeTie
                  security: [{token: [municipality, partner]}]
                  parameters:
                    - {name: dryRun, in: query, schema: {type: boolean}}
                  requestBody:
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/NewTie'}}
                      text/csv: {}
                  responses:
                    '201': {content: {application/json: {schema: {$ref: '#/components/schemas/Tie'}}}}
            components:
              schemas:
                NewTie:
                  type: object
                  required: [municipality]
                  properties:
                    municipality: {type: string}
                    stage: {$ref: '#/components/schemas/Stage'}
                Tie:
                  type: object
                  properties:
                    id: {type: string}
                    since: {type: string}
                Stage: {type: string, enum: [CATCH, WARM]}
            """;

    @Test
    void theSameDocumentBreaksNothing() throws Exception {
        assertThat(BreakingChanges.between(read(DOCUMENT), read(DOCUMENT))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "post: | put: | POST /v1/ties is gone",
                "makeTie | createTie | POST /v1/ties is no longer called makeTie",
                "[municipality, partner] | [municipality] | POST /v1/ties may no longer be called by all who could",
                "name: dryRun | name: test | POST /v1/ties no longer takes the query parameter dryRun",
                "in: query, | in: query, required: true, | POST /v1/ties now requires the query parameter dryRun",
                "'201' | '202' | POST /v1/ties no longer answers 201",
                "text/csv | text/plain | POST /v1/ties no longer takes text/csv",
                "since: | from: | Tie no longer has since",
                "[CATCH, WARM] | [CATCH] | Stage no longer knows WARM",
                "required: [municipality] | required: [municipality, stage] | NewTie now requires stage",
                "id: {type: string} | id: {type: integer} | Tie.id is now integer instead of string"
            })
    void whatClientsReliedOnIsMissed(String then, String now, String finding) throws Exception {
        assertThat(BreakingChanges.between(read(DOCUMENT), read(DOCUMENT.replace(then, now))))
                .containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[municipality, partner] | [municipality, partner, supporter]",
                "[CATCH, WARM] | [CATCH, WARM, ENCOURAGE]",
                "required: [municipality] | required: []"
            })
    void whatIsAddedBreaksNobody(String then, String now) throws Exception {

        assertThat(BreakingChanges.between(read(DOCUMENT), read(DOCUMENT.replace(then, now))))
                .isEmpty();
    }

    private static JsonNode read(String yaml) throws Exception {
        return new YAMLMapper().readTree(yaml);
    }
}
