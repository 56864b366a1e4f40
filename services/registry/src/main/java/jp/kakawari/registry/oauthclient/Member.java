package jp.kakawari.registry.oauthclient;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.web.Roles;

/**
 * A member organisation as its client stands for it.
 *
 * @param government 6-digit code of the government that it is, else null
 */
public record Member(UUID id, Kind kind, String name, String government, boolean active) {

    private static final List<String> BASIC = List.of("registry:read", "catalog:read", "matching:read");
    private static final List<String> WRITING = List.of("registry:write", "catalog:write", "matching:write");

    /** What it may be (ロール), which follows from its type. */
    String role() {
        return switch (kind) {
            case GOVERNMENT -> government.startsWith("000", 2) ? Roles.PREFECTURE : Roles.MUNICIPALITY;
            case INTERMEDIARY, NPO, TALENT_HUB, TRADING_COMPANY -> Roles.INTERMEDIARY;
            case SECRETARIAT -> Roles.SECRETARIAT;
            case COMPANY, UNIVERSITY, STAFFING, IT, TRANSPORT, LODGING, FINANCIAL, PARTNER_APP, OTHER -> Roles.PARTNER;
        };
    }

    /** Whether it may act for others who delegate that to it (中間支援組織). */
    public boolean isIntermediary() {
        return role().equals(Roles.INTERMEDIARY);
    }

    List<String> scopes() {
        Stream<String> common = Stream.concat(BASIC.stream(), WRITING.stream());
        return (kind == Kind.GOVERNMENT ? Stream.concat(common, Stream.of("kpi:read")) : common).toList();
    }

    /** Whether it gets one: the secretariat's is the operator's business. */
    boolean mayHaveOne() {
        return kind != Kind.SECRETARIAT;
    }
}
