package jp.kakawari.registry.roster;

import java.util.List;

/**
 * What a column that is not recognised may be (列の対応の候補). A person decides; storing it as column mapping applies it.
 *
 * @param column its place in the header, from 0
 * @param field name of the field in the API
 * @param confidence 0 to 1
 * @param ja why
 * @param en why
 */
public record Proposal(int column, String field, double confidence, String ja, String en) {

    /** The proposal by the column's name, for who has no report beside it. */
    public record Told(String header, String field, String fieldJa, double confidence, String ja, String en) {}

    Told told(List<String> names) {
        return new Told(
                Header.shown(names.get(column)),
                field,
                Column.ofField(field).orElseThrow().ja(),
                confidence,
                ja,
                en);
    }
}
