package jp.kakawari.registry.ownexport;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kakawari.registry.export.ExportPlaces;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.supporter.GuardianRequest;
import jp.kakawari.registry.supporter.Guardians;
import jp.kakawari.registry.supporter.OwnRecord;
import jp.kakawari.registry.supporter.SupporterView;

/**
 * Everything that is held of a person as one JSON document (本人データの書き出し), in constant memory: the record and the guardian as
 * they are read first, the lists a moment later, all as they stood then. What is written waits in the database for a reader
 * however slow, without a transaction; only so many wait at once.
 */
@ApplicationScoped
class ExportOwnData {

    private static final int ROWS_AT_ONCE = 500;

    private static final String ALL = Stream.of(Section.values())
            .map(Section::statement)
            .collect(Collectors.joining(
                    "\nunion all\n", "declare own_export no scroll cursor with hold for\n", "\norder by 1, 2"));

    /** The parts that are sealed, opened. */
    record Own(UUID id, SupporterView record, GuardianRequest guardian) {

        @Override
        public String toString() {
            return "Own[" + id + "]";
        }
    }

    private final OwnRecord record;
    private final Guardians guardians;
    private final DataSource database;
    private final PersonalData seals;
    private final ExportPlaces places;
    private final ObjectMapper json;

    ExportOwnData(
            OwnRecord record,
            Guardians guardians,
            DataSource database,
            PersonalData seals,
            ExportPlaces places,
            ObjectMapper json) {
        this.record = record;
        this.guardians = guardians;
        this.database = database;
        this.seals = seals;
        this.places = places;
        this.json = json;
    }

    /** To whoever is not registered there is nothing. */
    Own open() {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Own(
                        record.id(), record.read(), guardians.of(record.id()).orElse(null)));
    }

    void write(Own own, OutputStream out) throws IOException {
        places.within(() -> export(own, out));
    }

    private void export(Own own, OutputStream out) throws IOException {
        try (Connection connection = database.getConnection();
                JsonGenerator document = json.getFactory().createGenerator(out)) {
            document.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            declare(connection, own.id());
            try {
                document.writeStartObject();
                document.writeObjectField("record", own.record());
                if (own.guardian() != null) {
                    document.writeObjectField("guardian", own.guardian());
                }
                writeSections(connection, document);
                document.writeEndObject();
            } finally {
                Sql.run(connection, "close own_export");
            }
        } catch (SQLException failed) {
            throw new IOException("the data can't be read: " + failed.getSQLState());
        }
    }

    private static void declare(Connection connection, UUID id) throws SQLException {
        Sql.run(
                connection,
                ALL,
                Collections.nCopies(Section.values().length, id).toArray());
    }

    private void writeSections(Connection connection, JsonGenerator document) throws SQLException, IOException {
        Section open = null;
        try (Statement statement = connection.createStatement()) {
            int read = ROWS_AT_ONCE;
            while (read == ROWS_AT_ONCE) {
                read = 0;
                try (ResultSet rows = statement.executeQuery("fetch " + ROWS_AT_ONCE + " from own_export")) {
                    for (; rows.next(); read++) {
                        open = upTo(document, open, Section.values()[rows.getInt("section")]);
                        String body = rows.getString("body");
                        document.writeRawValue(open == Section.OPINIONS ? opened(body) : body);
                    }
                }
            }
        }
        upTo(document, open, null);
    }

    /** An opinion with its words. */
    private String opened(String body) throws IOException {
        ObjectNode opinion = (ObjectNode) json.readTree(body);
        UUID id = UUID.fromString(opinion.path("id").asText());
        for (String words : List.of("text", "answer")) {
            if (opinion.has(words)) {
                byte[] sealed = HexFormat.of().parseHex(opinion.path(words).asText());
                opinion.put(words, new String(seals.openBytes(id, sealed), StandardCharsets.UTF_8));
            }
        }
        return json.writeValueAsString(opinion);
    }

    /** Ends the section that is open and begins those up to the next one; none at the end. */
    private static Section upTo(JsonGenerator document, Section open, Section next) throws IOException {
        if (open == next) {
            return next;
        }
        int last = next == null ? Section.values().length - 1 : next.ordinal();
        for (int place = open == null ? 0 : open.ordinal(); place <= last; place++) {
            if (open != null && place == open.ordinal()) {
                document.writeEndArray();
                continue;
            }
            document.writeArrayFieldStart(Section.values()[place].title());
            if (next == null || place < last) {
                document.writeEndArray();
            }
        }
        return next;
    }
}
