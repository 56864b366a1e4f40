package jp.kakawari.registry.roster;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * The elements and texts of one XML part of a workbook, in constant memory: texts come in pieces, a tag may only be
 * so long, no name is kept. (XML parsers keep each name and build each attribute, however many
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

    private static final int LONGEST_TEXT = 4096;

    private final MarkupSource in;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> attributes = new HashMap<>();
    private String name;
    private int brackets;
    private boolean endFollows;
    private boolean inCharacterData;

    Markup(String part, InputStream in) {
        this.in = new MarkupSource(part, in);
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
            } else if (in.peek() < 0) {
                return Event.NOTHING;
            } else if (in.peek() != '<') {
                characters();
                return Event.TEXT;
            } else {
                in.take();
                Event event = tag();
                if (event != null) {
                    return event;
                }
            }
        }
    }

    private void characters() {
        text.setLength(0);
        while (in.peek() >= 0 && in.peek() != '<' && text.length() < LONGEST_TEXT) {
            int c = in.take();
            if (c == '&') {
                in.entity(text);
            } else {
                text.append((char) c);
            }
        }
    }

    /** A piece of CDATA; false when there is none left. */
    private boolean characterData() {
        text.setLength(0);
        while (text.length() < LONGEST_TEXT) {
            int c = in.must();
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
        in.startTag();
        switch (in.peek()) {
            case '?' -> in.skipTo("?>");
            case '!' -> declaration();
            case '/' -> {
                in.take();
                name = word();
                in.skipSpace();
                in.expect('>');
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
        for (in.skipSpace(); in.peek() != '>' && in.peek() != '/'; in.skipSpace()) {
            String attribute = word();
            in.skipSpace();
            in.expect('=');
            in.skipSpace();
            attributes.put(attribute, value());
        }
        endFollows = in.peek() == '/';
        if (endFollows) {
            in.take();
        }
        in.expect('>');
        name = element;
    }

    private String value() {
        int quote = in.must();
        if (quote != '"' && quote != '\'') {
            throw in.broken();
        }
        StringBuilder value = new StringBuilder();
        for (int c = in.inTag(); c != quote; c = in.inTag()) {
            if (c == '<') {
                throw in.broken();
            } else if (c == '&') {
                in.entity(value);
            } else {
                value.append((char) c);
            }
        }
        return value.toString();
    }

    /** A name, without its prefix. */
    private String word() {
        StringBuilder word = new StringBuilder();
        while (isOfWord(in.peek())) {
            int c = in.inTag();
            if (c == ':') {
                word.setLength(0);
            } else {
                word.append((char) c);
            }
        }
        if (word.isEmpty()) {
            throw in.broken();
        }
        return word.toString();
    }

    private static boolean isOfWord(int c) {
        return c > ' ' && "<>/=\"'&?!".indexOf(c) < 0;
    }

    private void declaration() {
        in.take();
        if (in.peek() == '-') {
            in.take();
            in.expect('-');
            in.skipTo("-->");
        } else if (in.peek() == '[') {
            for (char c : "[CDATA[".toCharArray()) {
                in.expect(c);
            }
            inCharacterData = true;
        } else {
            throw in.documentType();
        }
    }

    /** Reads what is left, so that its checksum is known. */
    void drain() {
        in.drain();
    }

    UnreadableRoster broken() {
        return in.broken();
    }

    @Override
    public void close() {
        in.close();
    }
}
