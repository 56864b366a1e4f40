package jp.kakawari.registry.supporter;

import java.util.UUID;

/**
 * The guardian of a minor took their consent back (保護者の同意の撤回): what the minor consented to ends in the same transaction.
 *
 * @param toldBy the organisation that recorded it, null for the person
 */
public record GuardianWithdrew(UUID supporter, UUID toldBy) {}
