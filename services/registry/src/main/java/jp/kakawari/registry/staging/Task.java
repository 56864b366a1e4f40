package jp.kakawari.registry.staging;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One list on its way into the registry.
 *
 * @param organization who sent it, and becomes the registrant of its new supporters
 * @param listWins whether a row that changed on both sides is taken from the list; else it is rejected
 * @param scheme the one that all rows are of, null where the sender named none
 * @param today the day on which all of the list takes effect
 */
public record Task(
        UUID job,
        String municipality,
        UUID organization,
        boolean dryRun,
        boolean snapshot,
        boolean listWins,
        String scheme,
        LocalDate today) {}
