package jp.kakawari.registry.roster;

import java.util.List;

/**
 * What a row turned out to be.
 *
 * @param entry null where there are reasons
 * @param reasons all that is wrong with the row, empty where nothing is
 */
public record Reading(Entry entry, List<Reason> reasons) {

    static Reading of(Entry entry) {
        return new Reading(entry, List.of());
    }

    static Reading rejected(List<Reason> reasons) {
        return new Reading(null, List.copyOf(reasons));
    }
}
