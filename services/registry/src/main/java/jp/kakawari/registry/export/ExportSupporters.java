package jp.kakawari.registry.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.Semaphore;
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

    private static final int ROWS_AT_ONCE = 500;

    private static final String OWN = """
            from tie t join supporter s on s.id = t.supporter
            where t.municipality = ? and t.ended_on is null and s.state = 'ACTIVE'
            """;

    private final DataSource database;
    private final TiedSupporterRows rows;
    private final BlindIndex index;
    private final Semaphore places;

    ExportSupporters(DataSource database, TiedSupporterRows rows, BlindIndex index, ExportConfig config) {
        this.database = database;
        this.rows = rows;
        this.index = index;
        this.places = new Semaphore(config.atOnce());
    }

    void write(LocalGovernmentCode municipality, Reader reader, Opening opening) throws IOException {
        if (!places.tryAcquire()) {
            throw new TooManyExports();
        }
        try (Connection connection = database.getConnection()) {
            prepare(connection, municipality.value(), reader);
            try (SupporterFile file = opening.open()) {
                write(connection, reader, file);
            } finally {
                run(connection, "close supporter_export");
            }
        } catch (SQLException failed) {
            throw new IOException("the list can't be read: " + failed.getSQLState());
        } finally {
            places.release();
        }
    }

    /** One snapshot for the record of the reads and for what is read. */
    private static void prepare(Connection connection, String municipality, Reader reader) throws SQLException {
        connection.setAutoCommit(false);
        try {
            run(connection, "set transaction isolation level repeatable read");
            run(
                    connection,
                    """
                    insert into personal_read (reader_organization, reader_subject, supporter, purpose)
                    select ?, ?, t.supporter, ?
                    """ + OWN,
                    reader.organization(),
                    reader.subject(),
                    Purpose.MUNICIPALITY_EXPORT.name(),
                    municipality);
            run(
                    connection,
                    "declare supporter_export no scroll cursor with hold for select " + TiedSupporterRows.COLUMNS
                            + ", t.content_hash " + OWN + " order by t.supporter",
                    municipality);
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void write(Connection connection, Reader reader, SupporterFile file) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            int read = ROWS_AT_ONCE;
            while (read == ROWS_AT_ONCE) {
                read = 0;
                try (ResultSet next = statement.executeQuery("fetch " + ROWS_AT_ONCE + " from supporter_export")) {
                    for (; next.next(); read++) {
                        byte[] contentHash = next.getBytes("content_hash");
                        file.add(Line.of(rows.read(next, reader.organization()), contentHash, index));
                    }
                }
            }
        }
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
