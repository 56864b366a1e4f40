package jp.kakawari.acceptance;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A request whose body doesn't end by itself: sent in chunks until the server answers, a gigabyte at most. */
final class EndlessRequest {

    private static final int CHUNK = 64 * 1024;
    private static final long GIGABYTE = 1L << 30;

    private EndlessRequest() {}

    /** Posts the same bytes again and again and returns the answer as it comes, status line first. */
    static String post(URI uri, String token, String contentType, byte[] start, byte filler) throws IOException {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 2 * CHUNK);
            out.write(("POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
                            + "Idempotency-Key: endless-%d\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .formatted(uri.getPath(), uri.getAuthority(), token, contentType, System.nanoTime())
                    .getBytes(StandardCharsets.US_ASCII));
            chunk(out, start);
            byte[] more = new byte[CHUNK];
            Arrays.fill(more, filler);
            Thread.ofVirtual().start(() -> pour(out, more));
            return answer(socket.getInputStream());
        }
    }

    private static void pour(OutputStream out, byte[] more) {
        try {
            for (long sent = 0; sent < GIGABYTE; sent += CHUNK) {
                chunk(out, more);
            }
        } catch (IOException hungUp) {
            // The server has answered and closed, or the answer has been read.
        }
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] some = new byte[CHUNK];
        int read = in.read(some);
        while (read >= 0
                && text.append(new String(some, 0, read, StandardCharsets.UTF_8))
                                .indexOf("}")
                        < 0) {
            read = in.read(some);
        }
        return text.toString();
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
