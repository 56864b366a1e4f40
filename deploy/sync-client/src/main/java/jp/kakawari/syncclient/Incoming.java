package jp.kakawari.syncclient;

import java.io.FilterInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A file on its way here: when the connection breaks or stalls, reading ends with a {@link Failed} and not like the file. */
final class Incoming extends FilterInputStream {

    private final Duration limit;

    /** @param limit how long nothing may come */
    Incoming(InputStream body, Duration limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        FutureTask<Integer> part = new FutureTask<>(() -> in.read(bytes, offset, length));
        Thread.startVirtualThread(part);
        try {
            return part.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException cut) {
            throw new Failed(Exit.UNREACHABLE, "受信の途中で接続が切れました。何も保存していません。もう一度実行してください。");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failed(Exit.UNREACHABLE, "中断しました。");
        }
    }
}
