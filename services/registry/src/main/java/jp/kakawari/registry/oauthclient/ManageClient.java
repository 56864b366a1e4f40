package jp.kakawari.registry.oauthclient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.Roles;

/**
 * A member organisation looks at its client, takes a new secret or registers its keys (シークレットの発行・更新、公開鍵の登録): with its token,
 * or the first time with a code, within seven days. The code comes with the answer to its application or from the secretariat;
 * one for a member that has a secret or keys and lost them is good after three days only. The organisation reads who gave out each code and how each secret was taken.
 */
@ApplicationScoped
class ManageClient {

    private final OAuthClients clients;
    private final ClientHistory history;
    private final ClientsConfig config;
    private final PersonalData seals;
    private final Caller caller;
    private final Clock clock;

    ManageClient(
            OAuthClients clients,
            ClientHistory history,
            ClientsConfig config,
            PersonalData seals,
            Caller caller,
            Clock clock) {
        this.clients = clients;
        this.history = history;
        this.config = config;
        this.seals = seals;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ClientView read(UUID organization) {
        return clients.findByIdOptional(organization)
                .filter(client -> caller.is(Roles.SECRETARIAT) || isItself(organization))
                .map(client -> view(organization, client))
                .orElseThrow(NotFound::new);
    }

    @Transactional
    ClientSecret issueSecret(UUID organization, String claimCode) {
        OAuthClient client = mine(organization, claimCode);
        String secret = Secrets.next();
        client.authenticateWith(
                seals.sealBytes(organization, secret.getBytes(StandardCharsets.UTF_8)), clock.instant());
        history.add(organization, ClientEvent.Action.SECRET_TAKEN, through(organization));
        return new ClientSecret(view(organization, client), secret);
    }

    @Transactional
    ClientView registerKeys(UUID organization, KeysRequest request) {
        OAuthClient client = mine(organization, request.claimCode());
        request.check();
        client.authenticateWith(request.jwks(), clock.instant());
        history.add(organization, ClientEvent.Action.KEYS_REGISTERED, through(organization));
        return view(organization, client);
    }

    /** To all others it is not there. */
    private OAuthClient mine(UUID organization, String claimCode) {
        return clients.held(organization)
                .filter(client -> isItself(organization)
                        || claimCode != null && client.isClaimedBy(Secrets.hash(claimCode), clock.instant()))
                .orElseThrow(NotFound::new);
    }

    private ClientView view(UUID organization, OAuthClient client) {
        return client.view(config.issuer(), history.of(organization));
    }

    private ClientEvent.Through through(UUID organization) {
        return isItself(organization) ? ClientEvent.Through.TOKEN : ClientEvent.Through.CODE;
    }

    private boolean isItself(UUID organization) {
        return caller.organization().filter(organization::equals).isPresent();
    }
}
