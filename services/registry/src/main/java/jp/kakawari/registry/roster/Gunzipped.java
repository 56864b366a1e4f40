package jp.kakawari.registry.roster;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A list that was sent with {@code Content-Encoding: gzip}, several members in a row included. Reads nothing before it is
 * read; what is no gzip or inflates like a bomb is an {@link UnreadableRoster}.
 */
public final class Gunzipped extends InputStream {

    private static final String PART = "gzip";

    private final CountedStream packed;
    private InputStream inflating;
    private long inflated;

    /** @param maxBytes of the packed body; who reads counts the inflated bytes */
    public Gunzipped(InputStream packed, long maxBytes) {
        this.packed = new CountedStream(packed, maxBytes);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            if (inflating == null) {
                inflating = new GZIPInputStream(new Going(packed), 8192);
            }
            int read = inflating.read(target, offset, length);
            inflated += Math.max(read, 0);
            Inflation.mustBePlausible(PART, packed.count(), inflated);
            return read;
        } catch (ZipException broken) {
            throw new UnreadableRoster(PART, "the body is not gzip, or damaged", "gzip形式ではないか、データが壊れています");
        }
    }

    /** The JDK looks for a further member only where bytes are available, and a body that still comes in may have none. */
    private static final class Going extends FilterInputStream {

        Going(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
