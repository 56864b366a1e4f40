package jp.kakawari.registry.personal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bytes that are too many for memory and needed for moments: written once from the start, then read at any place. They lie
 * in a file that has no name from the moment it is opened, encrypted (AES-256-CTR) under a key that is in this object only:
 * whatever happens to the process, nothing readable is left. Costs about a megabyte of memory, however long it is.
 */
public final class SealedSpool implements AutoCloseable {

    private static final int BLOCK = 16 * 1024;
    private static final int CACHED_BLOCKS = 32;
    private static final int AES_BLOCK = 16;

    private final FileChannel file;
    private final SecretKeySpec key;
    private final byte[] tail = new byte[BLOCK];
    private final Map<Long, byte[]> recent = new LinkedHashMap<>(CACHED_BLOCKS, 0.75f, true);
    private long length;

    public SealedSpool() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "AES");
        this.file = nameless();
    }

    /** On Unix the name is gone when this returns. */
    private static FileChannel nameless() {
        Path path = Path.of(System.getProperty("java.io.tmpdir"), "kakawari-" + UUID.randomUUID());
        try {
            return FileChannel.open(
                    path,
                    Set.of(
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException full) {
            throw new IllegalStateException("no room to keep a list for a moment", full);
        }
    }

    public long length() {
        return length;
    }

    /** Appends. */
    public void write(byte[] bytes, int offset, int count) {
        int written = 0;
        while (written < count) {
            int place = (int) (length % BLOCK);
            int now = Math.min(count - written, BLOCK - place);
            System.arraycopy(bytes, offset + written, tail, place, now);
            written += now;
            length += now;
            if (length % BLOCK == 0) {
                store(length / BLOCK - 1);
            }
        }
    }

    /** Reads up to so many bytes from that place on; -1 at the end. */
    public int read(long position, byte[] target, int offset, int count) {
        if (position >= length) {
            return -1;
        }
        int place = (int) (position % BLOCK);
        int now = (int) Math.min(Math.min(count, BLOCK - place), length - position);
        System.arraycopy(block(position / BLOCK), place, target, offset, now);
        return now;
    }

    private byte[] block(long number) {
        if (number == length / BLOCK) {
            return tail;
        }
        byte[] known = recent.get(number);
        if (known == null) {
            known = load(number);
            recent.put(number, known);
            if (recent.size() > CACHED_BLOCKS) {
                recent.remove(recent.keySet().iterator().next());
            }
        }
        return known;
    }

    private void store(long number) {
        try {
            ByteBuffer sealed = ByteBuffer.wrap(crypt(number, tail));
            while (sealed.hasRemaining()) {
                file.write(sealed, number * BLOCK + sealed.position());
            }
        } catch (IOException full) {
            throw new IllegalStateException("no room to keep a list for a moment", full);
        }
    }

    private byte[] load(long number) {
        try {
            ByteBuffer sealed = ByteBuffer.allocate(BLOCK);
            while (sealed.hasRemaining()) {
                if (file.read(sealed, number * BLOCK + sealed.position()) < 0) {
                    throw new IllegalStateException("a spool lost its bytes");
                }
            }
            return crypt(number, sealed.array());
        } catch (IOException gone) {
            throw new IllegalStateException("a spool can't be read", gone);
        }
    }

    /** Counter mode: the same in both directions; each block of the file is written once, so no counter comes twice. */
    private byte[] crypt(long number, byte[] bytes) {
        byte[] counter = ByteBuffer.allocate(AES_BLOCK)
                .putLong(0)
                .putLong(number * (BLOCK / AES_BLOCK))
                .array();
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        Arrays.fill(tail, (byte) 0);
        recent.clear();
        try {
            file.close();
        } catch (IOException gone) {
            throw new IllegalStateException("a spool can't be closed", gone);
        }
    }
}
