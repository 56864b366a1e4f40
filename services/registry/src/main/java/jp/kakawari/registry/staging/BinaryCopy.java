package jp.kakawari.registry.staging;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows for PostgreSQL's {@code COPY … WITH (FORMAT binary)}, collected and then sent at once. */
public final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final int TEXT_OID = 25;
    private static final int HEADER = SIGNATURE.length + 8;

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(64 * 1024);
    private final DataOutputStream out = new DataOutputStream(buffer);
    private final String table;
    private final String columns;
    private final int width;

    public BinaryCopy(String table, String... columns) {
        this.table = table;
        this.columns = String.join(", ", columns);
        this.width = columns.length;
        begin();
    }

    private void begin() {
        writing(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    public BinaryCopy row() {
        return writing(() -> out.writeShort(width));
    }

    public BinaryCopy bytes(byte[] value) {
        return writing(() -> {
            out.writeInt(value == null ? -1 : value.length);
            if (value != null) {
                out.write(value);
            }
        });
    }

    public BinaryCopy text(String value) {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    public BinaryCopy uuid(UUID value) {
        return value == null
                ? bytes(null)
                : writing(() -> {
                    out.writeInt(16);
                    out.writeLong(value.getMostSignificantBits());
                    out.writeLong(value.getLeastSignificantBits());
                });
    }

    public BinaryCopy bigint(long value) {
        return writing(() -> {
            out.writeInt(8);
            out.writeLong(value);
        });
    }

    public BinaryCopy integer(int value) {
        return writing(() -> {
            out.writeInt(4);
            out.writeInt(value);
        });
    }

    public BinaryCopy bool(boolean value) {
        return writing(() -> {
            out.writeInt(1);
            out.writeBoolean(value);
        });
    }

    public BinaryCopy date(LocalDate value) {
        return writing(() -> {
            out.writeInt(value == null ? -1 : 4);
            if (value != null) {
                out.writeInt(Math.toIntExact(ChronoUnit.DAYS.between(EPOCH, value)));
            }
        });
    }

    public BinaryCopy texts(List<String> values) {
        if (values == null) {
            return bytes(null);
        }
        List<byte[]> items = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
        int header = items.isEmpty() ? 12 : 20;
        return writing(() -> {
            out.writeInt(
                    header + items.stream().mapToInt(item -> 4 + item.length).sum());
            out.writeInt(items.isEmpty() ? 0 : 1);
            out.writeInt(0);
            out.writeInt(TEXT_OID);
            if (!items.isEmpty()) {
                out.writeInt(items.size());
                out.writeInt(1);
            }
            for (byte[] item : items) {
                out.writeInt(item.length);
                out.write(item);
            }
        });
    }

    public BinaryCopy nulls(int count) {
        for (int i = 0; i < count; i++) {
            bytes(null);
        }
        return this;
    }

    /** Sends the collected rows in the connection's transaction and starts anew. */
    public void send(Connection connection) throws SQLException {
        if (buffer.size() == HEADER) {
            return;
        }
        writing(() -> out.writeShort(-1));
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin with (format binary)");
        try {
            byte[] rows = buffer.toByteArray();
            copy.writeToCopy(rows, 0, rows.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        buffer.reset();
        begin();
    }

    private interface Writing {
        void run() throws IOException;
    }

    private BinaryCopy writing(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
