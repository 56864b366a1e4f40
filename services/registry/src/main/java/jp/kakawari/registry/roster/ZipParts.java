package jp.kakawari.registry.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import jp.kakawari.registry.personal.SealedSpool;

/**
 * The parts of a workbook (ZIP). In memory there is no more than the names of up to {@value #MOST_PARTS} parts; zip
 * libraries keep as many as a file says.
 */
final class ZipParts implements AutoCloseable {

    private static final int MOST_PARTS = 10_000;
    private static final int LONGEST_NAME = 255;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;
    private static final long OLE = 0xE11AB1A1E011CFD0L;

    /** Where a part lies: its size is only known for what is stored as it is. */
    record Part(String name, int method, long crc, long packed, long header) {}

    private final SealedSpool spool;
    private final long maxBytes;
    private final Map<String, Part> parts = new HashMap<>();
    private long inflated;

    /** @param maxBytes of all parts that are read */
    ZipParts(SealedSpool spool, long maxBytes) {
        this.spool = spool;
        this.maxBytes = maxBytes;
        readDirectory();
    }

    /** Fills a spool with a whole file. */
    static SealedSpool spooled(InputStream in) {
        SealedSpool spool = new SealedSpool();
        byte[] chunk = new byte[16 * 1024];
        try {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                spool.write(chunk, 0, n);
            }
            return spool;
        } catch (IOException broken) {
            spool.close();
            throw new UncheckedIOException(broken);
        } catch (RuntimeException refused) {
            spool.close();
            throw refused;
        }
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    InputStream open(String name) {
        Part part = parts.get(key(name));
        if (part == null) {
            throw new UnreadableRoster(name, "this part of the workbook is missing", "ブックの構成要素がありません");
        }
        ByteBuffer local = bytes(part.header(), LOCAL_LENGTH);
        if (local.getInt(0) != LOCAL) {
            throw damaged();
        }
        long start = part.header() + LOCAL_LENGTH + unsigned(local, 26) + unsigned(local, 28);
        return new ZipPart(spool, part, start, this::count);
    }

    private void count(int bytes) {
        inflated += bytes;
        if (inflated > maxBytes) {
            throw new RosterTooLarge(maxBytes);
        }
    }

    private void readDirectory() {
        long end = end();
        ByteBuffer summary = bytes(end, END_LENGTH);
        int entries = unsigned(summary, 10);
        if (entries > MOST_PARTS) {
            throw new UnreadableRoster("zip", "it has more parts than a workbook", "構成要素が多すぎます。Excelブックではありません");
        }
        long at = summary.getInt(16) & IN_ZIP64;
        for (int i = 0; i < entries; i++) {
            ByteBuffer entry = bytes(at, ENTRY_LENGTH);
            if (entry.getInt(0) != ENTRY) {
                throw damaged();
            }
            int name = unsigned(entry, 28);
            int extra = unsigned(entry, 30);
            if (name <= LONGEST_NAME) {
                add(entry, bytes(at + ENTRY_LENGTH, name), bytes(at + ENTRY_LENGTH + name, extra));
            }
            at += ENTRY_LENGTH + name + extra + unsigned(entry, 32);
        }
    }

    private void add(ByteBuffer entry, ByteBuffer name, ByteBuffer extra) {
        long[] far = zip64(extra);
        int next = (entry.getInt(24) & IN_ZIP64) == IN_ZIP64 ? 1 : 0;
        long packed = entry.getInt(20) & IN_ZIP64;
        if (packed == IN_ZIP64) {
            packed = far[next++];
        }
        long header = entry.getInt(42) & IN_ZIP64;
        if (header == IN_ZIP64) {
            header = far[next];
        }
        Part part = new Part(
                StandardCharsets.UTF_8.decode(name).toString(),
                unsigned(entry, 10),
                entry.getInt(16) & IN_ZIP64,
                packed,
                header);
        if (parts.put(key(part.name()), part) != null) {
            throw new UnreadableRoster(part.name(), "this part is there twice", "同じ名前の構成要素が2つあります");
        }
    }

    /** The numbers that were too large for their place, in their order: size, packed size, place. */
    private static long[] zip64(ByteBuffer extra) {
        long[] numbers = new long[3];
        while (extra.remaining() >= 4) {
            int id = extra.getShort();
            int length = Math.min(extra.getShort() & 0xFFFF, extra.remaining());
            int after = extra.position() + length;
            for (int i = 0; id == 1 && i < numbers.length && extra.position() + 8 <= after; i++) {
                numbers[i] = extra.getLong();
            }
            extra.position(after);
        }
        return numbers;
    }

    private long end() {
        long most = Math.min(spool.length(), END_LENGTH + LONGEST_COMMENT);
        ByteBuffer tail = bytes(spool.length() - most, (int) most);
        for (int i = (int) most - END_LENGTH; i >= 0; i--) {
            if (tail.getInt(i) == END) {
                return spool.length() - most + i;
            }
        }
        if (spool.length() >= 8 && bytes(0, 8).getLong(0) == OLE) {
            throw new UnreadableRoster(
                    "file",
                    "this is a workbook with a password or of Excel 97-2003; save it as .xlsx without a password",
                    "パスワード付き、または旧形式（.xls）のブックです。パスワードのない.xlsx形式で保存し直してください");
        }
        throw damaged();
    }

    private ByteBuffer bytes(long position, int length) {
        if (position < 0 || position > spool.length() - length) {
            throw damaged();
        }
        byte[] bytes = new byte[length];
        int read = 0;
        while (read < length) {
            read += spool.read(position + read, bytes, read, length - read);
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    private static String key(String name) {
        return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    private static UnreadableRoster damaged() {
        return new UnreadableRoster("zip", "this is no xlsx workbook, or a damaged one", "xlsx形式のブックではないか、壊れています");
    }

    @Override
    public void close() {
        spool.close();
    }
}
