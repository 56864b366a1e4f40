package jp.kakawari.registry.roster;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what passes and refuses what is too much. */
final class CountedStream extends FilterInputStream {

    private final long max;
    private long count;

    CountedStream(InputStream in, long max) {
        super(in);
        this.max = max;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        counted(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        counted(Math.max(read, 0));
        return read;
    }

    /** The stream is its owner's: closing a request's body would read all that is left of it. */
    @Override
    public void close() {}

    private void counted(int bytes) {
        count += bytes;
        if (count > max) {
            throw new RosterTooLarge(max);
        }
    }
}
