package jp.kakawari.registry.roster;

import java.util.stream.Stream;

/**
 * How similar a header is to the names of a column.
 *
 * @param known the most similar of them
 * @param similarity 0 (not worth telling) to 1 (the same)
 */
record NameMatch(String known, double similarity) {

    private static final double LEAST = 0.4;
    private static final double CONTAINED = 0.6;
    private static final int LONGEST = 40;

    static NameMatch of(String header, Column column) {
        String key = Column.key(header.length() > LONGEST ? header.substring(0, LONGEST) : header);
        NameMatch best = new NameMatch("", 0);
        for (String known : Stream.concat(column.headers().stream(), Stream.of(column.field()))
                .toList()) {
            double similarity = similarity(key, Column.key(known));
            if (similarity > best.similarity()) {
                best = new NameMatch(known, similarity);
            }
        }
        return best.similarity() < LEAST ? new NameMatch("", 0) : best;
    }

    /** The better of edit distance and containment, both normalised by length; a single letter in another word says nothing. */
    private static double similarity(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        if (shorter == 0) {
            return 0;
        }
        double edits = 1 - (double) distance(one, other) / longer;
        boolean contained = shorter > 1 && (one.contains(other) || other.contains(one));
        return contained ? Math.max(edits, CONTAINED + (1 - CONTAINED) * shorter / longer) : edits;
    }

    /** Levenshtein. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
