package jp.kakawari.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Requests that no well-behaved client makes, over a plain socket. */
final class Http {
    private static final int CHUNK = 64 * 1024;

    private Http() {}

    /** What came back, and how many bytes of the body the server took before it answered and closed. */
    record Outcome(String answer, long sent) {
        int status() {
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    /** Sends a body of 64 KiB chunks until the server hangs up or {@code most} bytes are sent, never ending it. */
    static Outcome endless(URI service, String path, String contentType, String token, long most) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: "
                            + contentType + "\r\n"
                            + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
                            + "Idempotency-Key: endless\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            long sent = send(out, most);
            return new Outcome(read(socket.getInputStream()), sent);
        }
    }

    /** A GET of an address that a client library would not let through. */
    static Outcome get(URI service, String path) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new Outcome(read(socket.getInputStream()), 0);
        }
    }

    private static long send(OutputStream out, long most) throws IOException {
        byte[] blanks = new byte[CHUNK];
        Arrays.fill(blanks, (byte) ' ');
        long sent = 0;
        try {
            while (sent < most) {
                out.write((Integer.toHexString(CHUNK) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(blanks);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                sent += CHUNK;
            }
        } catch (SocketException hungUp) {
            return sent;
        }
        return sent;
    }

    /** A reset may overtake the rest of the answer; what arrived before it counts. */
    private static String read(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[4096];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (SocketException reset) {
            return answer.toString();
        }
        return answer.toString();
    }
}
