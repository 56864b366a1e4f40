package jp.kakawari.registry.oauthclient;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Roles;

/**
 * Notes, in the transaction that decides on an organisation, what its client shall be (クライアントの発行・停止). Nothing is asked of
 * the identity provider here: when that is away, it only takes longer.
 */
@ApplicationScoped
public class WantClients {

    private final OAuthClients clients;
    private final ClientHistory history;
    private final Caller caller;
    private final Clock clock;

    WantClients(OAuthClients clients, ClientHistory history, Caller caller, Clock clock) {
        this.clients = clients;
        this.history = history;
        this.caller = caller;
        this.clock = clock;
    }

    /** Admits it: from now on it has a client. */
    @Transactional(MANDATORY)
    public void admit(Member member) {
        if (member.mayHaveOne()) {
            known(member).follow(member, clock.instant());
        }
    }

    /** Its client, if it has one, follows what became of it. */
    @Transactional(MANDATORY)
    public void follow(Member member) {
        clients.held(member.id()).ifPresent(client -> client.follow(member, clock.instant()));
    }

    /**
     * A code (引換コード) with which the organisation fetches its secret within seven days, once it is a member; an earlier one
     * is void. Refused (409) once it has a secret or keys: who gives out codes could else take its place.
     */
    @Transactional(MANDATORY)
    public Optional<String> claim(Member member) {
        if (!member.mayHaveOne()) {
            return Optional.empty();
        }
        OAuthClient client = known(member);
        if (client.isAuthenticated()) {
            throw new ClientAuthenticated();
        }
        history.add(
                member.id(),
                ClientEvent.Action.CODE_GIVEN,
                caller.is(Roles.SECRETARIAT) ? ClientEvent.Through.SECRETARIAT : ClientEvent.Through.APPLICATION);
        return Optional.of(code(client, member));
    }

    /** @param goodFrom null for a code that is good at once */
    public record Recovery(String code, Instant goodFrom) {

        @Override
        public String toString() {
            return "Recovery[…]";
        }
    }

    /**
     * A code for a member that lost its secret or keys (紛失), good after three days. What it had holds until it takes something
     * new with the code; whoever still has it reads that a code was given, by whom and why, and voids it by taking a new
     * secret themselves: so nobody who gives out codes takes a member's place unseen.
     */
    @Transactional(MANDATORY)
    public Optional<Recovery> recover(Member member, String reason) {
        if (!member.mayHaveOne()) {
            return Optional.empty();
        }
        OAuthClient client = known(member);
        history.add(member.id(), reason);
        return Optional.of(new Recovery(code(client, member), client.claimFrom()));
    }

    private String code(OAuthClient client, Member member) {
        String code = Secrets.next();
        client.follow(member, clock.instant());
        client.mayBeClaimed(Secrets.hash(code), clock.instant());
        return code;
    }

    private OAuthClient known(Member member) {
        return clients.held(member.id()).orElseGet(() -> {
            OAuthClient made = new OAuthClient(member.id(), clock.instant());
            made.follow(member, clock.instant());
            clients.persist(made);
            return made;
        });
    }
}
