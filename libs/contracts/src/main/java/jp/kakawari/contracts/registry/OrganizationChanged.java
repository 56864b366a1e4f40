package jp.kakawari.contracts.registry;

import java.util.UUID;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Topic;

/**
 * The public state of a member organisation (会員団体).
 *
 * @param kind GOVERNMENT, INTERMEDIARY, COMPANY, UNIVERSITY, NPO, PARTNER_APP or SECRETARIAT
 * @param government 6-digit code of the municipality or prefecture that it is, else null
 * @param state ACTIVE, SUSPENDED or LEFT
 */
public record OrganizationChanged(UUID id, long revision, State state, Kind kind, String name, String government)
        implements Event {

    public enum State {
        ACTIVE,
        SUSPENDED,
        LEFT
    }

    public enum Kind {
        GOVERNMENT,
        INTERMEDIARY,
        COMPANY,
        UNIVERSITY,
        NPO,
        PARTNER_APP,
        SECRETARIAT
    }

    @Override
    public Topic topic() {
        return Topic.REGISTRY_ORGANIZATION;
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String type() {
        return "jp.kakawari.registry.organization-changed.v1";
    }
}
