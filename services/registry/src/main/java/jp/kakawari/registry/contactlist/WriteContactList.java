package jp.kakawari.registry.contactlist;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.registry.audience.Selection;
import jp.kakawari.registry.export.ExportPlaces;
import jp.kakawari.registry.export.HeldList;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.personal.PersonalReads.Purpose;
import jp.kakawari.registry.roster.Formula;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;

/**
 * Takes a list of addresses out (名簿の書き出し): of those of the segment who agree at that moment, names and addresses only, in
 * constant memory. Everybody on it is recorded as read before the first byte leaves.
 */
@ApplicationScoped
class WriteContactList {

    private final DataSource database;
    private final PersonalData seals;
    private final ExportPlaces places;
    private final Caller caller;

    WriteContactList(DataSource database, PersonalData seals, ExportPlaces places, Caller caller) {
        this.database = database;
        this.seals = seals;
        this.places = places;
        this.caller = caller;
    }

    /** Who takes it out; asked before the answer begins. */
    record Reader(UUID organization, String subject) {}

    Reader reader() {
        return new Reader(caller.organization().orElseThrow(NotYours::new), caller.subject());
    }

    void write(String municipality, MakeContactList.Wanted wanted, Reader reader, OutputStream out) throws IOException {
        places.within(() -> export(municipality, wanted, reader, out));
    }

    private void export(String municipality, MakeContactList.Wanted wanted, Reader reader, OutputStream out)
            throws IOException {
        Selection agreed = Selection.of(municipality, wanted.segment())
                .and(wanted.channel().permission().given());
        HeldList.Query rows =
                new HeldList.Query("select s.id, s.personal " + agreed.sql() + " order by t.supporter", agreed.and());
        try (Connection connection = database.getConnection();
                HeldList held = HeldList.of(connection, reads(agreed, reader), rows);
                CsvWriter csv = sheet(out)) {
            csv.writeRecord(wanted.channel().header());
            held.each(row -> {
                UUID id = row.getObject(1, UUID.class);
                List<String> cells = wanted.channel().cells(seals.open(id, row.getBytes(2)));
                if (!cells.isEmpty()) {
                    csv.writeRecord(cells.stream().map(Formula::defused).toList());
                }
            });
        } catch (SQLException failed) {
            throw new IOException("the list can't be read: " + failed.getSQLState());
        }
    }

    private static HeldList.Query reads(Selection agreed, Reader reader) {
        return new HeldList.Query(
                "insert into personal_read (reader_organization, reader_subject, supporter, purpose) select ?, ?, t.supporter, ? "
                        + agreed.sql(),
                agreed.after(reader.organization(), reader.subject(), Purpose.CONTACT_LIST.name()));
    }

    private static CsvWriter sheet(OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write('\uFEFF');
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    }
}
