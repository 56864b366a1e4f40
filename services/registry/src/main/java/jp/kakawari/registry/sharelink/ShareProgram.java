package jp.kakawari.registry.sharelink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.membership.FindMembership;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A member tells others of a program by a link of their own (紹介リンク), whose clicks are counted for them. */
@ApplicationScoped
class ShareProgram {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;

    private final FindMembership memberships;
    private final ShareLinks links;
    private final ActiveMembers activeMembers;
    private final Clock clock;
    private final String programsAt;

    ShareProgram(
            FindMembership memberships,
            ShareLinks links,
            ActiveMembers activeMembers,
            Clock clock,
            @ConfigProperty(name = "kakawari.registry.programs-at", defaultValue = "http://localhost:8082/v1/programs/")
                    String programsAt) {
        this.memberships = memberships;
        this.links = links;
        this.activeMembers = activeMembers;
        this.clock = clock;
        this.programsAt = programsAt;
    }

    @Transactional
    ShareLinkView share(Caller caller, SchemeCode scheme, UUID membership, UUID program) {
        activeMembers.callerMustBeActive();
        memberships.mustBeSeen(caller, scheme, membership);
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        return links.keep(Base64.getUrlEncoder().withoutPadding().encodeToString(token), membership, program);
    }

    @Transactional
    List<ShareLinkView> page(Caller caller, SchemeCode scheme, UUID membership, PageRequest page) {
        memberships.mustBeSeen(caller, scheme, membership);
        return links.page(membership, page);
    }

    /** Where the link leads. */
    @Transactional
    URI follow(String token) {
        UUID program = links.follow(token, LocalDate.now(clock)).orElseThrow(NotFound::new);
        return URI.create(programsAt + program);
    }
}
