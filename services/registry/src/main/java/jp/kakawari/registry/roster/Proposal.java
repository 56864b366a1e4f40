package jp.kakawari.registry.roster;

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

    /**
     * The proposal for who is refused.
     *
     * @param column counted from 1 and not named: in a list without a header that would be a person's name
     */
    public record Told(int column, String field, String fieldJa, double confidence, String ja, String en) {}

    Told told() {
        return new Told(column + 1, field, Column.ofField(field).orElseThrow().ja(), confidence, ja, en);
    }
}
