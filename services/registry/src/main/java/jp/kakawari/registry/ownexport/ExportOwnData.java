package jp.kakawari.registry.ownexport;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.supporter.GuardianRequest;
import jp.kakawari.registry.supporter.Guardians;
import jp.kakawari.registry.supporter.OwnRecord;
import jp.kakawari.registry.supporter.SupporterView;

/**
 * Everything that is held of a person as one JSON document (本人データの書き出し), as it stood at one moment, in constant memory:
 * what is written waits in the database for a reader however slow, without a transaction.
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
    private final ObjectMapper json;

    ExportOwnData(OwnRecord record, Guardians guardians, DataSource database, ObjectMapper json) {
        this.record = record;
        this.guardians = guardians;
        this.database = database;
        this.json = json;
    }

    /** To whoever is not registered there is nothing. */
    Own open() {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Own(
                        record.id(), record.read(), guardians.of(record.id()).orElse(null)));
    }

    void write(Own own, OutputStream out) throws IOException {
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

    private static void writeSections(Connection connection, JsonGenerator document) throws SQLException, IOException {
        Section open = null;
        try (Statement statement = connection.createStatement()) {
            int read = ROWS_AT_ONCE;
            while (read == ROWS_AT_ONCE) {
                read = 0;
                try (ResultSet rows = statement.executeQuery("fetch " + ROWS_AT_ONCE + " from own_export")) {
                    for (; rows.next(); read++) {
                        open = upTo(document, open, Section.values()[rows.getInt("section")]);
                        document.writeRawValue(rows.getString("body"));
                    }
                }
            }
        }
        upTo(document, open, null);
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
