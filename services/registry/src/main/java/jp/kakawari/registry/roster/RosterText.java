package jp.kakawari.registry.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The text of a list whose encoding nobody names: a BOM, else strict UTF-8, else strict windows-31j.
 *
 * <p>ASCII is the same in all of them, so nothing is decided before the first other byte; from there the next
 * {@value #WINDOW} bytes must be UTF-8 as a whole, or windows-31j as a whole. What breaks that decision later is refused
 * by its line, as is a NUL and, in windows-31j, a line of UTF-8.
 */
final class RosterText extends Reader {

    private static final int WINDOW = 64 * 1024;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(WINDOW).limit(0);
    private CharsetDecoder decoder = Encoding.strict(StandardCharsets.US_ASCII);
    private Encoding encoding;
    private StrayUtf8 stray;
    private boolean atEnd;
    private boolean started;
    private boolean flushed;
    private boolean afterReturn;
    private long line = 1;

    RosterText(InputStream in) {
        this.in = in;
    }

    /** What was found; UTF-8 while nothing but ASCII has come. */
    Encoding encoding() {
        return encoding == null ? Encoding.UTF_8 : encoding;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        if (length == 0) {
            return 0;
        }
        start();
        while (!flushed && chars.position() == 0) {
            CoderResult result = decoded(chars);
            if (result.isError()) {
                if (chars.position() > 0) {
                    break;
                }
                decide();
            } else if (result.isUnderflow()) {
                fillOrFlush(chars);
            } else if (chars.position() == 0) {
                // No room for one surrogate pair in a single char: FastCSV never asks so, and a Reader may not answer
                // 0.
                throw new IOException("a character does not fit into " + length + " chars");
            }
        }
        watch(target, offset, chars.position());
        return chars.position() == 0 ? -1 : chars.position();
    }

    private CoderResult decoded(CharBuffer chars) {
        int from = bytes.position();
        CoderResult result = decoder.decode(bytes, chars, atEnd);
        if (stray != null) {
            stray.watch(bytes.array(), from, bytes.position());
        }
        return result;
    }

    private void start() throws IOException {
        if (started) {
            return;
        }
        started = true;
        fill();
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            bytes.position(3);
            use(Encoding.UTF_8_WITH_BOM);
        } else if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
            throw new UnreadableRoster(
                    1,
                    "this is UTF-16; save it as CSV UTF-8 or as Shift_JIS",
                    "UTF-16で保存されています。「CSV UTF-8」またはShift_JISで保存し直してください");
        }
    }

    private boolean startsWith(int... mark) {
        if (bytes.remaining() < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes.get(bytes.position() + i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private void fillOrFlush(CharBuffer chars) throws IOException {
        if (atEnd) {
            decoder.flush(chars);
            flushed = true;
            if (stray != null) {
                stray.endLine();
            }
        } else {
            fill();
        }
    }

    /** Reads until the window is full or the stream ends, so that a decision never rests on a few bytes. */
    private void fill() throws IOException {
        bytes.compact();
        while (!atEnd && bytes.hasRemaining()) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (read < 0) {
                atEnd = true;
            } else {
                bytes.position(bytes.position() + read);
            }
        }
        bytes.flip();
    }

    /** The decoder met a byte that it cannot read: choose the encoding, or name the line. */
    private void decide() throws IOException {
        if (encoding != null) {
            throw new UnreadableRoster(
                    line,
                    "the file is " + encoding.label() + " up to here, but not from here on",
                    "ここまでは" + encoding.label() + "ですが、この行に" + encoding.label() + "ではないバイトがあります");
        }
        fill();
        int readableAsUtf8 = readable(Encoding.UTF_8);
        int readableAsWindows = readable(Encoding.WINDOWS_31J);
        if (readableAsUtf8 == bytes.limit()) {
            use(Encoding.UTF_8);
        } else if (readableAsWindows == bytes.limit()) {
            use(Encoding.WINDOWS_31J);
        } else {
            countLines(Math.max(readableAsUtf8, readableAsWindows));
            throw new UnreadableRoster(
                    line,
                    "the file is neither UTF-8 nor windows-31j (Shift_JIS)",
                    "文字コードがUTF-8でもwindows-31j（Shift_JIS）でもありません");
        }
    }

    private void use(Encoding chosen) {
        encoding = chosen;
        decoder = chosen.strict();
        stray = chosen == Encoding.WINDOWS_31J ? new StrayUtf8(line) : null;
    }

    /** The index in the window up to which that encoding reads it; a character cut by the window's end is readable. */
    private int readable(Encoding candidate) {
        ByteBuffer window = bytes.duplicate();
        CoderResult result = candidate.strict().decode(window, CharBuffer.allocate(window.remaining()), atEnd);
        return result.isError() ? window.position() : window.limit();
    }

    private void countLines(int end) {
        for (int i = bytes.position(); i < end; i++) {
            count((char) bytes.get(i));
        }
    }

    private void watch(char[] target, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            count(target[i]);
            if (target[i] == 0) {
                throw new UnreadableRoster(
                        line, "there is a NUL character; this is no text file", "NUL文字があります。テキスト形式のCSVではありません");
            }
        }
    }

    private void count(char c) {
        if (c == '\r' || c == '\n' && !afterReturn) {
            line++;
        }
        afterReturn = c == '\r';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
