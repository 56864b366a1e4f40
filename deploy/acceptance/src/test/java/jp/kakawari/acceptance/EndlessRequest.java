package jp.kakawari.acceptance;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A request whose body doesn't end by itself: sent in chunks until the server answers, a gigabyte at most. */
final class EndlessRequest {

    private static final int CHUNK = 64 * 1024;
    private static final long GIGABYTE = 1L << 30;

    private EndlessRequest() {}

    /** Posts the same bytes again and again and returns the whole answer, status line first. */
    static String post(URI uri, String token, String contentType, byte[] start, byte filler) throws IOException {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 2 * CHUNK);
            out.write(("POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
                            + "Idempotency-Key: endless-%d\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .formatted(uri.getPath(), uri.getAuthority(), token, contentType, System.nanoTime())
                    .getBytes(StandardCharsets.US_ASCII));
            chunk(out, start);
            InputStream in = socket.getInputStream();
            byte[] more = new byte[CHUNK];
            Arrays.fill(more, filler);
            try {
                for (long sent = 0; sent < GIGABYTE && in.available() == 0; sent += CHUNK) {
                    chunk(out, more);
                }
            } catch (SocketException closed) {
                // The server has answered and hung up: what it said is still to be read.
            }
            return new String(in.readNBytes(4_000), StandardCharsets.UTF_8);
        }
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
