package jp.kakawari.registry.roster;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A start, and then the same again and again. */
final class Repeated extends InputStream {
    private final byte[] start;
    private final byte[] again;
    private final long length;
    private long given;

    Repeated(String start, String again, long length) {
        this.start = start.getBytes(StandardCharsets.UTF_8);
        this.again = again.getBytes(StandardCharsets.UTF_8);
        this.length = this.start.length + length;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        int now = (int) Math.min(count, length - given);
        for (int i = 0; i < now; i++, given++) {
            target[offset + i] =
                    given < start.length ? start[(int) given] : again[(int) ((given - start.length) % again.length)];
        }
        return now == 0 ? -1 : now;
    }
}
