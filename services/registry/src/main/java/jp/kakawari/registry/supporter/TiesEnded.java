package jp.kakawari.registry.supporter;

import java.util.List;
import java.util.UUID;

/**
 * Ties of a supporter ended while the record stays, told within the transaction: these municipalities see nobody there any
 * more.
 *
 * @param municipalities their codes
 */
public record TiesEnded(UUID supporter, long revision, List<String> municipalities) {}
