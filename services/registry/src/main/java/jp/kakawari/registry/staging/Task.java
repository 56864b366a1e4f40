package jp.kakawari.registry.staging;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One list on its way into the registry.
 *
 * @param organization who sent it, and becomes the registrant of its new supporters
 * @param listWins whether a row that changed on both sides is taken from the list; else it is rejected
 * @param today the day on which all of the list takes effect
 */
public record Task(
        UUID job,
        String municipality,
        UUID organization,
        boolean dryRun,
        boolean snapshot,
        boolean listWins,
        LocalDate today) {}
