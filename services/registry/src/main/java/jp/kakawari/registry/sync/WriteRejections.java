package jp.kakawari.registry.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.roster.RejectedRows;

/** Writes the rejected rows of a sync in the format and encoding that came in (取り込めなかった行), however many there are. */
@ApplicationScoped
class WriteRejections {

    private static final int ROWS_AT_ONCE = 500;

    private final DataSource database;
    private final PersonalData personalData;
    private final ObjectMapper json;

    WriteRejections(DataSource database, PersonalData personalData, ObjectMapper json) {
        this.database = database;
        this.personalData = personalData;
        this.json = json;
    }

    void write(SyncJob job, OutputStream out) throws IOException {
        try (Connection connection = database.getConnection();
                RejectedRows file = RejectedRows.of(job.format(), out, job.encoding(), job.header())) {
            connection.setAutoCommit(false);
            try {
                write(job, connection, file);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IOException("rejected rows can't be read: " + failed.getSQLState());
        }
    }

    private void write(SyncJob job, Connection connection, RejectedRows file) throws SQLException, IOException {
        try (PreparedStatement query = connection.prepareStatement(
                "select line, reasons, cells from sync_rejection where job = ? order by line")) {
            query.setObject(1, job.id());
            query.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    file.add(rows.getLong(1), reasons(rows), cells(job, rows.getBytes(3)));
                }
            }
        }
    }

    private static List<Reason> reasons(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray(2).getArray())
                .map(Reason::of)
                .toList();
    }

    private List<String> cells(SyncJob job, byte[] sealed) throws IOException {
        return sealed == null
                ? List.of()
                : Arrays.asList(json.readValue(personalData.openBytes(job.id(), sealed), String[].class));
    }
}
