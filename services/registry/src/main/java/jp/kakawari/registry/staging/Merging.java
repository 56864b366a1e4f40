package jp.kakawari.registry.staging;

import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.registry.stage.StagePolicy;

/**
 * What decides beside the rows of a list.
 *
 * @param organization who sent it
 * @param policy decides the stages of ties
 * @param today the day on which it takes effect
 */
public record Merging(UUID organization, StagePolicy policy, LocalDate today) {}
