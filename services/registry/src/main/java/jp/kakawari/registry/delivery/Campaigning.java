package jp.kakawari.registry.delivery;

import java.util.UUID;
import jp.kakawari.registry.campaign.CampaignKind;

/** A campaign that is being sent. */
record Campaigning(UUID id, String municipality, CampaignKind kind, String segment, UUID after, boolean gathered) {}
