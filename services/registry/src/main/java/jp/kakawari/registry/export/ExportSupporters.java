package jp.kakawari.registry.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.municipality.TiedSupporterRows;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.personal.PersonalReads.Purpose;

/**
 * A municipality takes out its whole list (名簿の書き出し), as it stood at one moment, in constant memory. Everybody on it is
 * recorded as read, and that is committed, before the first byte leaves; the list then waits in the database for a reader
 * however slow, without a transaction.
 */
@ApplicationScoped
class ExportSupporters {

    /** Who takes it out. */
    record Reader(UUID organization, String subject) {}

    /** Opens the file when all is ready to be written: before, a problem can still be answered as one. */
    interface Opening {
        SupporterFile open() throws IOException;
    }

    private static final String OWN = """
            from tie t join supporter s on s.id = t.supporter
            where t.municipality = ? and t.ended_on is null and s.state = 'ACTIVE'
            """;

    private final DataSource database;
    private final TiedSupporterRows rows;
    private final BlindIndex index;
    private final ExportPlaces places;

    ExportSupporters(DataSource database, TiedSupporterRows rows, BlindIndex index, ExportPlaces places) {
        this.database = database;
        this.rows = rows;
        this.index = index;
        this.places = places;
    }

    void write(LocalGovernmentCode municipality, Reader reader, Opening opening) throws IOException {
        places.within(() -> export(municipality, reader, opening));
    }

    private void export(LocalGovernmentCode municipality, Reader reader, Opening opening) throws IOException {
        try (Connection connection = database.getConnection();
                HeldList held = HeldList.of(connection, reads(municipality, reader), rows(municipality));
                SupporterFile file = opening.open()) {
            held.each(row -> {
                byte[] contentHash = row.getBytes("content_hash");
                file.add(Line.of(rows.read(row, reader.organization()), contentHash, index));
            });
        } catch (SQLException failed) {
            throw new IOException("the list can't be read: " + failed.getSQLState());
        }
    }

    private static HeldList.Query reads(LocalGovernmentCode municipality, Reader reader) {
        return new HeldList.Query(
                """
                insert into personal_read (reader_organization, reader_subject, supporter, purpose)
                select ?, ?, t.supporter, ?
                """ + OWN,
                reader.organization(),
                reader.subject(),
                Purpose.MUNICIPALITY_EXPORT.name(),
                municipality.value());
    }

    private static HeldList.Query rows(LocalGovernmentCode municipality) {
        return new HeldList.Query(
                "select " + TiedSupporterRows.COLUMNS + ", t.content_hash " + OWN + " order by t.supporter",
                municipality.value());
    }
}
