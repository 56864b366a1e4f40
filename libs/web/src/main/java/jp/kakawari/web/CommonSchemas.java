package jp.kakawari.web;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The schema of a problem (RFC 9457) for the OpenAPI document. */
final class CommonSchemas {
    private CommonSchemas() {}

    static Schema problem() {
        return object("What went wrong (RFC 9457), in Japanese unless Accept-Language prefers English")
                .addProperty(
                        "type",
                        text("Stable address of the problem's page", "/problems/not-yours")
                                .format("uri-reference"))
                .addProperty("title", text("Name of the problem", "権限の範囲外です"))
                .addProperty("status", integer("HTTP status", 403))
                .addProperty("detail", text("This occurrence in one sentence", null))
                .addProperty("instance", text("Path of the request", "/v1/municipalities/212172/supporters"))
                .addProperty("code", text("Stable code of the problem; x-problems lists all", "not-yours"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("Each wrong place of the input")
                                .items(flaw()))
                .required(List.of("type", "title", "status", "code"));
    }

    private static Schema flaw() {
        return object(null)
                .addProperty("pointer", text("JSON pointer into the body (RFC 6901)", "/familyName"))
                .addProperty("parameter", text("Name of a path, query or header parameter", "limit"))
                .addProperty("line", integer("Line of the body, from 1", 3))
                .addProperty("column", integer("Column of the line, from 1", 17))
                .addProperty("detail", text("What is wrong there", "空にはできません"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description, String example) {
        Schema schema =
                OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
        return example == null ? schema : schema.examples(List.of(example));
    }

    private static Schema integer(String description, int example) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.INTEGER)
                .description(description)
                .examples(List.of(example));
    }
}
