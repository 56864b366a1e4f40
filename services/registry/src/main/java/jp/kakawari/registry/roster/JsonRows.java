package jp.kakawari.registry.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows of JSON objects, one a line. The header are the members of the first {@value #SAMPLE} objects, each where it first
 * came. A member that comes later only is ignored like an unknown column; one that would be known is refused by its line,
 * because the rows before it were read without it.
 */
final class JsonRows implements Rows {

    private static final int SAMPLE = 100;
    private static final int SAMPLE_CHARACTERS = 1 << 20;

    private final RosterText text;
    private final Limits limits;
    private final JsonLine json;
    private final Set<String> own;
    private final Columns kind;
    private final Deque<Member> ahead = new ArrayDeque<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final char[] buffer = new char[8192];
    private final StringBuilder current = new StringBuilder();
    private int at;
    private int end;
    private long line;
    private boolean headerGiven;

    private record Member(long line, Map<String, String> values) {}

    JsonRows(InputStream in, Map<String, Column> mapping, Columns kind, Limits limits) {
        this.text = new RosterText(in);
        this.limits = limits;
        this.json = new JsonLine(limits);
        this.kind = kind;
        this.own = mapping.entrySet().stream()
                .filter(mapped -> kind.contain(mapped.getValue()))
                .map(mapped -> Column.key(mapped.getKey()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Encoding encoding() {
        return text.encoding();
    }

    @Override
    public Row next() {
        Member member = ahead.isEmpty() ? read() : ahead.poll();
        if (member == null || member.values().isEmpty()) {
            return member == null ? null : new Row(member.line(), List.of());
        }
        if (!headerGiven) {
            headerGiven = true;
            return header(member);
        }
        return row(member);
    }

    private Row header(Member first) {
        List<String> names = new ArrayList<>();
        int characters = 0;
        Member member = first;
        while (member != null) {
            ahead.add(member);
            for (Map.Entry<String, String> value : member.values().entrySet()) {
                if (places.putIfAbsent(value.getKey(), names.size()) == null) {
                    names.add(value.getKey());
                }
                characters += value.getValue().length();
            }
            if (names.size() > limits.columns()) {
                throw json.tooMuch(member.line());
            }
            member = ahead.size() < SAMPLE && characters < SAMPLE_CHARACTERS ? read() : null;
        }
        return new Row(1, names);
    }

    private Row row(Member member) {
        String[] cells = new String[places.size()];
        Arrays.fill(cells, "");
        member.values().forEach((name, value) -> {
            Integer place = places.get(name);
            if (place != null) {
                cells[place] = value;
            } else if (own.contains(Column.key(name)) || kind.ofHeader(name).isPresent()) {
                throw new UnreadableRoster(
                        member.line(),
                        "\"" + Header.shown(name) + "\" is in none of the first " + SAMPLE
                                + " objects; name it in the first one, null if it has none",
                        "「" + Header.shown(name) + "」が最初の" + SAMPLE + "件のどれにもありません。値がなくてもnullとして最初の行に書いてください");
            }
        });
        return new Row(member.line(), List.of(cells));
    }

    /** The object of the next line; one without members for an empty line. */
    private Member read() {
        if (!readLine()) {
            return null;
        }
        boolean empty = current.chars().allMatch(Character::isWhitespace);
        return new Member(line, empty ? Map.of() : json.read(line, current));
    }

    /** Takes the next line into {@link #current}; false at the end of the file. */
    private boolean readLine() {
        current.setLength(0);
        line++;
        int c = character();
        if (c < 0) {
            return false;
        }
        while (c >= 0 && c != '\n') {
            if (current.length() == limits.rowCharacters()) {
                throw json.tooMuch(line);
            }
            current.append((char) c);
            c = character();
        }
        return true;
    }

    private int character() {
        try {
            if (at == end) {
                at = 0;
                end = Math.max(0, text.read(buffer, 0, buffer.length));
            }
            return end == 0 ? -1 : buffer[at++];
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }
}
