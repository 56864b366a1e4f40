package jp.kakawari.registry.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;

/** The characters of one XML part of a workbook, one after the other. */
final class MarkupSource implements AutoCloseable {

    private static final int LONGEST_TAG = 16 * 1024;
    private static final int LONGEST_ENTITY = 10;

    private final String part;
    private final Reader in;
    private final char[] buffer = new char[8192];
    private int at;
    private int limit;
    private int tagLeft;

    MarkupSource(String part, InputStream in) {
        this.part = part;
        this.in = new InputStreamReader(in, Encoding.UTF_8.strict());
        if (peek() == '\uFEFF') {
            take();
        }
    }

    /** From here on a tag is read. */
    void startTag() {
        tagLeft = LONGEST_TAG;
    }

    /** Resolves what begins with {@code &}, which is taken. */
    void entity(StringBuilder target) {
        StringBuilder entity = new StringBuilder();
        for (int c = must(); c != ';'; c = must()) {
            if (entity.length() == LONGEST_ENTITY) {
                throw broken();
            }
            entity.append((char) c);
        }
        switch (entity.toString()) {
            case "lt" -> target.append('<');
            case "gt" -> target.append('>');
            case "amp" -> target.append('&');
            case "quot" -> target.append('"');
            case "apos" -> target.append('\'');
            default -> target.appendCodePoint(codePoint(entity.toString()));
        }
    }

    private int codePoint(String entity) {
        try {
            if (entity.startsWith("#")) {
                boolean hex = entity.startsWith("#x");
                int codePoint = Integer.parseInt(entity, hex ? 2 : 1, entity.length(), hex ? 16 : 10);
                if (codePoint > 0
                        && Character.isValidCodePoint(codePoint)
                        && Character.getType(codePoint) != Character.SURROGATE) {
                    return codePoint;
                }
            }
            throw broken();
        } catch (NumberFormatException notANumber) {
            throw broken();
        }
    }

    /** Takes everything up to and with that end, however far. */
    void skipTo(String end) {
        int matched = 0;
        while (matched < end.length()) {
            int c = must();
            boolean again = matched == end.length() - 1 && c == end.charAt(0) && end.length() == 3;
            matched = c == end.charAt(matched) ? matched + 1 : again ? matched : c == end.charAt(0) ? 1 : 0;
        }
    }

    void skipSpace() {
        while (peek() >= 0 && peek() <= ' ') {
            inTag();
        }
    }

    void expect(int expected) {
        if (must() != expected) {
            throw broken();
        }
    }

    /** The next character of a tag, which may have so many. */
    int inTag() {
        if (tagLeft-- == 0) {
            throw broken();
        }
        return must();
    }

    /** The next character, where there must be one. */
    int must() {
        int c = take();
        if (c < 0) {
            throw broken();
        }
        return c;
    }

    int take() {
        int c = peek();
        at++;
        return c;
    }

    /** The next character without taking it; -1 at the end. */
    int peek() {
        if (at >= limit) {
            fill();
        }
        return limit < 0 ? -1 : buffer[at];
    }

    private void fill() {
        try {
            limit = limit < 0 ? -1 : in.read(buffer, 0, buffer.length);
            at = 0;
        } catch (CharacterCodingException notUtf8) {
            throw broken();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Reads what is left, so that its checksum is known. */
    void drain() {
        while (peek() >= 0) {
            at = limit;
        }
    }

    UnreadableRoster documentType() {
        return new UnreadableRoster(
                part,
                "it has a document type (DOCTYPE), which could name entities; no workbook needs one",
                "文書型宣言（DOCTYPE）や実体参照を含むブックは受け付けません");
    }

    UnreadableRoster broken() {
        return new UnreadableRoster(part, "this is no XML as workbooks have it", "ブックのXMLとして正しくありません");
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
