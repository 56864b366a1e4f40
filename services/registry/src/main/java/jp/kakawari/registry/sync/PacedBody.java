package jp.kakawari.registry.sync;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that comes fast enough: whoever sends a byte now and then would keep others' lists out. Only the time that is
 * spent waiting for it counts, not what is done with it meanwhile.
 */
final class PacedBody extends FilterInputStream {

    /** Of waiting that is free: connections stall. */
    static final Duration GRACE = Duration.ofSeconds(30);

    private final long bytesPerSecond;
    private final LongSupplier nanoTime;
    private long waited = -GRACE.toNanos();
    private long bytes;

    /** @param bytesPerSecond that must come on average after {@link #GRACE} */
    PacedBody(InputStream in, long bytesPerSecond, LongSupplier nanoTime) {
        super(in);
        this.bytesPerSecond = bytesPerSecond;
        this.nanoTime = nanoTime;
    }

    @Override
    public int read() throws IOException {
        long begin = nanoTime.getAsLong();
        int read = super.read();
        came(read < 0 ? 0 : 1, begin);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        long begin = nanoTime.getAsLong();
        int read = super.read(target, offset, length);
        came(Math.max(read, 0), begin);
        return read;
    }

    /** @throws UploadTooSlow */
    private void came(int read, long begin) {
        bytes += read;
        waited += nanoTime.getAsLong() - begin;
        if (bytes < waited / 1e9 * bytesPerSecond) {
            throw new UploadTooSlow();
        }
    }
}
