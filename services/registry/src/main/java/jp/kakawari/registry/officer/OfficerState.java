package jp.kakawari.registry.officer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where today stands in a term (任期の状態): nobody has to end it. */
@Schema(description = "PLANNED 就任前, ACTIVE 在任, EXPIRED 任期満了")
enum OfficerState {
    PLANNED("term_from > :today"),
    ACTIVE("term_from <= :today and (term_until is null or term_until >= :today)"),
    EXPIRED("term_until < :today");

    private final String condition;

    OfficerState(String condition) {
        this.condition = condition;
    }

    /** The same for the database. */
    String condition() {
        return condition;
    }
}
