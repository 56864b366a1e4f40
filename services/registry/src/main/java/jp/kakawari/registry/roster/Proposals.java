package jp.kakawari.registry.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.kakawari.japan.Width;

/**
 * Finds for columns that are not recognised what they may be, by two kinds of evidence: how similar the name is to a known
 * one, and what share of the first values reads as that field. Each speaks for itself (noisy or); values that do not read
 * as the field speak against it. A field and a column are proposed once, the surest first.
 */
final class Proposals {

    private static final double LEAST = 0.4;
    private static final double NAME_WEIGHT = 0.9;
    private static final int FEWEST_VALUES = 3;
    private static final int LONGEST_VALUE = 300;

    private Proposals() {}

    private record Candidate(int place, Column column, double confidence, NameMatch name, Share share) {}

    /** Share of the values that read as the field; no values say nothing. */
    private record Share(int values, double reading) {}

    /**
     * @param recognised what each name was taken for, null for what is to be found out
     * @param rows the first rows
     */
    static List<Proposal> of(List<String> names, List<Column> recognised, List<Row> rows, Columns kind) {
        Set<Column> free = EnumSet.copyOf(kind.all());
        free.remove(Column.LOST_CHARACTERS);
        recognised.stream().filter(column -> column != null).forEach(free::remove);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (recognised.get(i) == null && !RejectedRows.ADDED.contains(names.get(i))) {
                candidates.addAll(candidates(i, names.get(i), free, rows));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::confidence)
                .reversed()
                .thenComparing(Candidate::column)
                .thenComparing(Candidate::place));
        return surest(candidates);
    }

    private static List<Candidate> candidates(int place, String name, Set<Column> free, List<Row> rows) {
        List<String> values = values(place, rows);
        List<Candidate> candidates = new ArrayList<>();
        for (Column column : free) {
            NameMatch match = NameMatch.of(name, column);
            Share share = share(column, values);
            double confidence = confidence(column, match.similarity(), share);
            if (confidence >= LEAST) {
                candidates.add(new Candidate(place, column, confidence, match, share));
            }
        }
        return candidates;
    }

    private static List<Proposal> surest(List<Candidate> candidates) {
        Set<Integer> places = new HashSet<>();
        Set<Column> columns = EnumSet.noneOf(Column.class);
        List<Proposal> proposals = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!places.contains(candidate.place()) && !columns.contains(candidate.column())) {
                places.add(candidate.place());
                columns.add(candidate.column());
                proposals.add(proposal(candidate));
            }
        }
        proposals.sort(Comparator.comparingInt(Proposal::column));
        return List.copyOf(proposals);
    }

    private static double confidence(Column column, double name, Share share) {
        double byName = NAME_WEIGHT * name;
        if (share == null) {
            return byName;
        }
        double byValues = Readable.weight(column) * share.reading();
        double both = 1 - (1 - byName) * (1 - byValues);
        return share.reading() < 0.5 ? both * share.reading() : both;
    }

    /** Null for a field that any text may be, or where too few values stand. */
    private static Share share(Column column, List<String> values) {
        if (Readable.weight(column) == 0 || values.size() < FEWEST_VALUES) {
            return null;
        }
        long reading =
                values.stream().filter(value -> Readable.as(column, value)).count();
        return new Share(values.size(), (double) reading / values.size());
    }

    private static List<String> values(int place, List<Row> rows) {
        return rows.stream()
                .filter(row -> place < row.cells().size())
                .map(row -> Width.trim(row.cells().get(place)))
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST_VALUE)
                .toList();
    }

    private static Proposal proposal(Candidate found) {
        List<String> ja = new ArrayList<>();
        List<String> en = new ArrayList<>();
        if (found.name().similarity() > 0) {
            ja.add("列名が「%s」に似ています（%.2f）"
                    .formatted(found.name().known(), found.name().similarity()));
            en.add(String.format(
                    Locale.ROOT,
                    "the name is similar to \"%s\" (%.2f)",
                    found.name().known(),
                    found.name().similarity()));
        }
        if (found.share() != null && found.share().reading() > 0) {
            long percent = Math.round(found.share().reading() * 100);
            ja.add("最初の値%d件の%d%%が「%s」として読み取れます"
                    .formatted(found.share().values(), percent, found.column().ja()));
            en.add("%d%% of the first %d values read as %s"
                    .formatted(percent, found.share().values(), found.column().field()));
        }
        double rounded = Math.round(found.confidence() * 100) / 100.0;
        return new Proposal(
                found.place(), found.column().field(), rounded, String.join("。", ja), String.join("; ", en));
    }
}
