package jp.kakawari.registry.roster;

import java.io.InputStream;
import java.util.function.IntConsumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import jp.kakawari.registry.personal.SealedSpool;

/** One part of a workbook, inflated as it is read; its checksum holds at the end, or it is refused. */
final class ZipPart extends InputStream {

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final SealedSpool spool;
    private final ZipParts.Part part;
    private final IntConsumer counter;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] packed = new byte[8192];
    private long position;
    private long read;

    ZipPart(SealedSpool spool, ZipParts.Part part, long start, IntConsumer counter) {
        this.spool = spool;
        this.part = part;
        this.position = start;
        this.counter = counter;
        if (part.method() != STORED && part.method() != DEFLATED) {
            throw damaged();
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = part.method() == STORED ? stored(target, offset, length) : inflated(target, offset, length);
        if (count < 0) {
            if (crc.getValue() != part.crc()) {
                throw damaged();
            }
            return -1;
        }
        crc.update(target, offset, count);
        read += count;
        counter.accept(count);
        return count;
    }

    private int stored(byte[] target, int offset, int length) {
        long left = part.packed() - read;
        return left <= 0 ? -1 : fetch(target, offset, (int) Math.min(left, length));
    }

    private int inflated(byte[] target, int offset, int length) {
        try {
            int count = 0;
            while (count == 0) {
                count = inflater.inflate(target, offset, length);
                if (count == 0 && inflater.finished()) {
                    return -1;
                }
                if (count == 0 && inflater.needsDictionary()) {
                    throw damaged();
                }
                if (count == 0 && inflater.needsInput()) {
                    inflater.setInput(packed, 0, fetch(packed, 0, packed.length));
                }
            }
            Inflation.mustBePlausible(part.name(), inflater.getBytesRead(), inflater.getBytesWritten());
            return count;
        } catch (DataFormatException broken) {
            throw damaged();
        }
    }

    private int fetch(byte[] target, int offset, int length) {
        int count = spool.read(position, target, offset, length);
        if (count < 0) {
            throw damaged();
        }
        position += count;
        return count;
    }

    private UnreadableRoster damaged() {
        return new UnreadableRoster(part.name(), "this part of the workbook is damaged", "ブックのこの部分が壊れています");
    }

    @Override
    public void close() {
        inflater.end();
    }
}
