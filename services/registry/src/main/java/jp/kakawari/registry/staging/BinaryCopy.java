package jp.kakawari.registry.staging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows for PostgreSQL's {@code COPY … WITH (FORMAT binary)}, collected and then sent at once. */
public final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int TEXT_OID = 25;
    private static final int HEADER = SIGNATURE.length + 8;
    private static final int NULL = -1;

    private final String table;
    private final String columns;
    private final int width;
    private ByteBuffer buffer = ByteBuffer.allocate(1024);
    private int lines;

    public BinaryCopy(String table, String... columns) {
        this.table = table;
        this.columns = String.join(", ", columns);
        this.width = columns.length;
        begin();
    }

    private void begin() {
        buffer.clear().put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Makes room for so many bytes at once, rather than little by little. */
    public void expect(int bytes) {
        room(bytes);
    }

    public BinaryCopy row() {
        room(2).putShort((short) width);
        return this;
    }

    public BinaryCopy bytes(byte[] value) {
        if (value == null) {
            room(4).putInt(NULL);
        } else {
            room(4 + value.length).putInt(value.length).put(value);
        }
        return this;
    }

    public BinaryCopy text(String value) {
        return bytes(value == null ? null : utf8(value));
    }

    /** A text of several lines, {@link #line} for each, and then {@link #endLines}. */
    public BinaryCopy beginLines() {
        room(4);
        lines = buffer.position();
        buffer.putInt(0);
        return this;
    }

    /** In UTF-8, without a line break. */
    public BinaryCopy line(byte[] utf8) {
        room(1 + utf8.length);
        if (buffer.position() > lines + 4) {
            buffer.put((byte) '\n');
        }
        buffer.put(utf8);
        return this;
    }

    /** The length of a text stands in front of it and is known when it is written. */
    public BinaryCopy endLines() {
        buffer.putInt(lines, buffer.position() - lines - 4);
        return this;
    }

    public BinaryCopy uuid(UUID value) {
        if (value == null) {
            return bytes(null);
        }
        room(20).putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    public BinaryCopy bigint(long value) {
        room(12).putInt(8).putLong(value);
        return this;
    }

    public BinaryCopy integer(int value) {
        room(8).putInt(4).putInt(value);
        return this;
    }

    public BinaryCopy bool(boolean value) {
        room(5).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    public BinaryCopy date(LocalDate value) {
        return value == null ? bytes(null) : integer(Math.toIntExact(value.toEpochDay() - EPOCH));
    }

    /** An array, whose size stands in front of it and is known when it is written. */
    public BinaryCopy texts(List<String> values) {
        if (values == null) {
            return bytes(null);
        }
        room(24);
        int start = buffer.position();
        buffer.putInt(0).putInt(values.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT_OID);
        if (!values.isEmpty()) {
            buffer.putInt(values.size()).putInt(1);
        }
        values.forEach(this::text);
        buffer.putInt(start, buffer.position() - start - 4);
        return this;
    }

    public BinaryCopy nulls(int count) {
        for (int i = 0; i < count; i++) {
            bytes(null);
        }
        return this;
    }

    /** Sends the collected rows in the connection's transaction and starts anew. */
    public void send(Connection connection) throws SQLException {
        if (buffer.position() == HEADER) {
            return;
        }
        room(2).putShort((short) -1);
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin with (format binary)");
        try {
            copy.writeToCopy(buffer.array(), 0, buffer.position());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        begin();
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + bytes));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
