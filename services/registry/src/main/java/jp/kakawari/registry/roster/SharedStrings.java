package jp.kakawari.registry.roster;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import jp.kakawari.registry.personal.SealedSpool;
import jp.kakawari.registry.roster.Markup.Event;

/** The texts of a workbook, which its cells name by number: spooled, for they are as many as the list is long. */
final class SharedStrings implements AutoCloseable {

    private static final int PLACE = Long.BYTES;

    private final String part;
    private final SealedSpool texts = new SealedSpool();
    private final SealedSpool places = new SealedSpool();
    private final int longest;

    SharedStrings(String part, int longest) {
        this.part = part;
        this.longest = longest;
    }

    SharedStrings read(InputStream in) {
        try (Markup markup = new Markup(part, in)) {
            for (Event event = markup.next(); event != Event.NOTHING; event = markup.next()) {
                if (event == Event.START && markup.name().equals("si")) {
                    add(RichText.of(markup, true, longest, this::tooLong));
                }
            }
            return this;
        }
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        texts.write(bytes, 0, bytes.length);
        places.write(ByteBuffer.allocate(PLACE).putLong(texts.length()).array(), 0, PLACE);
    }

    /** The text of that number, from 0. */
    String at(String number) {
        long index = index(number);
        long start = index == 0 ? 0 : place(index - 1);
        byte[] bytes = bytes(texts, start, (int) (place(index) - start));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private long index(String number) {
        try {
            long index = Integer.parseInt(number.strip());
            if (index >= 0 && index < places.length() / PLACE) {
                return index;
            }
            throw missing();
        } catch (NumberFormatException notANumber) {
            throw missing();
        }
    }

    private long place(long index) {
        return ByteBuffer.wrap(bytes(places, index * PLACE, PLACE)).getLong();
    }

    private static byte[] bytes(SealedSpool spool, long position, int length) {
        byte[] bytes = new byte[length];
        int read = 0;
        while (read < length) {
            read += spool.read(position + read, bytes, read, length - read);
        }
        return bytes;
    }

    private UnreadableRoster missing() {
        return new UnreadableRoster(part, "a cell names a text that is not there", "セルの文字列が見つかりません");
    }

    private UnreadableRoster tooLong() {
        return new UnreadableRoster(
                part, "a cell has more than %,d characters".formatted(longest), "%,d文字を超えるセルがあります".formatted(longest));
    }

    @Override
    public void close() {
        texts.close();
        places.close();
    }
}
