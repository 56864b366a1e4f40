package jp.kakawari.kpi.suppression;

/**
 * Where a change happens so that no place above notices: from {@code leaf} up to {@code top}, and its reverse from
 * {@code partner} up to the neighbour of {@code top}; up to the whole, without a partner, when it can't be kept from there.
 *
 * @param partner -1 when there is none
 * @param price what readers lose by it
 */
record Step(Way way, int leaf, int top, int partner, long price) {
    static final int NOBODY = -1;

    /** Where the reverse begins: at the partner, or where it would end if there is none. */
    int firstPartner(int end) {
        return partner == NOBODY ? end : partner;
    }

    Step with(Way trait, long more) {
        return new Step(way.and(trait), leaf, top, partner, price + more);
    }
}
