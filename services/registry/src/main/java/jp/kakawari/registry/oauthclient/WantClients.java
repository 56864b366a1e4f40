package jp.kakawari.registry.oauthclient;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/**
 * Notes, in the transaction that decides on an organisation, what its client shall be (クライアントの発行・停止). Nothing is asked of
 * the identity provider here: when that is away, it only takes longer.
 */
@ApplicationScoped
public class WantClients {

    private final OAuthClients clients;
    private final Clock clock;

    WantClients(OAuthClients clients, Clock clock) {
        this.clients = clients;
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

    /** A code (引換コード) with which the organisation fetches its secret, once it is a member; an earlier one is void. */
    @Transactional(MANDATORY)
    public Optional<String> claim(Member member) {
        if (!member.mayHaveOne()) {
            return Optional.empty();
        }
        OAuthClient client = known(member);
        String code = Secrets.next();
        client.follow(member, clock.instant());
        client.mayBeClaimed(Secrets.hash(code), clock.instant());
        return Optional.of(code);
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
