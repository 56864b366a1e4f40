package jp.kakawari.registry.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Map;

/**
 * The elements and texts of one XML part of a workbook, in constant memory: texts come in pieces, a tag has up to
 * {@value #LONGEST_TAG} characters, no name is kept. (XML parsers keep each name and build each attribute, however many
 * and however long.) There are no document types and so no entities but the five of XML; UTF-8 only.
 */
final class Markup implements AutoCloseable {

    enum Event {
        START,
        END,
        TEXT,
        /** The end of the part. */
        NOTHING
    }

    private static final int LONGEST_TAG = 16 * 1024;
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_ENTITY = 10;

    private final String part;
    private final Reader in;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> attributes = new HashMap<>();
    private final char[] buffer = new char[8192];
    private String name;
    private int at;
    private int limit;
    private int brackets;
    private int tagLeft;
    private boolean endFollows;
    private boolean inCharacterData;

    Markup(String part, InputStream in) {
        this.part = part;
        this.in = new InputStreamReader(in, Encoding.UTF_8.strict());
        if (peek() == '\uFEFF') {
            take();
        }
    }

    /** The name of the element that starts or ends, without prefix. */
    String name() {
        return name;
    }

    /** An attribute of the element that starts, by its name without prefix; null where it has none. */
    String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** A piece of text, entities resolved. */
    CharSequence text() {
        return text;
    }

    Event next() {
        if (endFollows) {
            endFollows = false;
            return Event.END;
        }
        while (true) {
            if (inCharacterData) {
                if (characterData()) {
                    return Event.TEXT;
                }
            } else if (peek() < 0) {
                return Event.NOTHING;
            } else if (peek() != '<') {
                characters();
                return Event.TEXT;
            } else {
                take();
                Event event = tag();
                if (event != null) {
                    return event;
                }
            }
        }
    }

    private void characters() {
        text.setLength(0);
        while (peek() >= 0 && peek() != '<' && text.length() < LONGEST_TEXT) {
            int c = take();
            if (c == '&') {
                entity(text);
            } else {
                text.append((char) c);
            }
        }
    }

    /** A piece of CDATA; false when there is none left. */
    private boolean characterData() {
        text.setLength(0);
        while (text.length() < LONGEST_TEXT) {
            int c = must();
            if (c == '>' && brackets == 2) {
                brackets = 0;
                inCharacterData = false;
                return !text.isEmpty();
            }
            if (c == ']' && brackets < 2) {
                brackets++;
            } else if (c == ']') {
                text.append(']');
            } else {
                text.append("]".repeat(brackets)).append((char) c);
                brackets = 0;
            }
        }
        return true;
    }

    /** What begins with {@code <}; null for what means nothing here. */
    private Event tag() {
        tagLeft = LONGEST_TAG;
        switch (peek()) {
            case '?' -> skipTo("?>");
            case '!' -> declaration();
            case '/' -> {
                take();
                name = word();
                skipSpace();
                expect('>');
                return Event.END;
            }
            default -> {
                start();
                return Event.START;
            }
        }
        return null;
    }

    private void start() {
        attributes.clear();
        String element = word();
        for (skipSpace(); peek() != '>' && peek() != '/'; skipSpace()) {
            String attribute = word();
            skipSpace();
            expect('=');
            skipSpace();
            attributes.put(attribute, value());
        }
        endFollows = peek() == '/';
        if (endFollows) {
            take();
        }
        expect('>');
        name = element;
    }

    private String value() {
        int quote = must();
        if (quote != '"' && quote != '\'') {
            throw broken();
        }
        StringBuilder value = new StringBuilder();
        for (int c = inTag(); c != quote; c = inTag()) {
            if (c == '<') {
                throw broken();
            } else if (c == '&') {
                entity(value);
            } else {
                value.append((char) c);
            }
        }
        return value.toString();
    }

    /** A name, without its prefix. */
    private String word() {
        StringBuilder word = new StringBuilder();
        while (isOfWord(peek())) {
            int c = inTag();
            if (c == ':') {
                word.setLength(0);
            } else {
                word.append((char) c);
            }
        }
        if (word.isEmpty()) {
            throw broken();
        }
        return word.toString();
    }

    private static boolean isOfWord(int c) {
        return c > ' ' && "<>/=\"'&?!".indexOf(c) < 0;
    }

    private void declaration() {
        take();
        if (peek() == '-') {
            take();
            expect('-');
            skipTo("-->");
        } else if (peek() == '[') {
            for (char c : "[CDATA[".toCharArray()) {
                expect(c);
            }
            inCharacterData = true;
        } else {
            throw new UnreadableRoster(
                    part,
                    "it has a document type (DOCTYPE), which could name entities; no workbook needs one",
                    "文書型宣言（DOCTYPE）や実体参照を含むブックは受け付けません");
        }
    }

    private void entity(StringBuilder target) {
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

    private void skipTo(String end) {
        int matched = 0;
        while (matched < end.length()) {
            int c = must();
            boolean again = matched == end.length() - 1 && c == end.charAt(0) && end.length() == 3;
            matched = c == end.charAt(matched) ? matched + 1 : again ? matched : c == end.charAt(0) ? 1 : 0;
        }
    }

    private void skipSpace() {
        while (peek() >= 0 && peek() <= ' ') {
            inTag();
        }
    }

    private void expect(int expected) {
        if (must() != expected) {
            throw broken();
        }
    }

    private int inTag() {
        if (tagLeft-- == 0) {
            throw broken();
        }
        return must();
    }

    private int must() {
        int c = take();
        if (c < 0) {
            throw broken();
        }
        return c;
    }

    private int take() {
        int c = peek();
        at++;
        return c;
    }

    private int peek() {
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
