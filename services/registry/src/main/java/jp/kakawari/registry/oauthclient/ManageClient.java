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
 * or the first time with the code that its application was answered with. Nobody else ever sees a secret.
 */
@ApplicationScoped
class ManageClient {

    private final OAuthClients clients;
    private final ClientsConfig config;
    private final PersonalData seals;
    private final Caller caller;
    private final Clock clock;

    ManageClient(OAuthClients clients, ClientsConfig config, PersonalData seals, Caller caller, Clock clock) {
        this.clients = clients;
        this.config = config;
        this.seals = seals;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ClientView read(UUID organization) {
        return clients.findByIdOptional(organization)
                .filter(client -> caller.is(Roles.SECRETARIAT) || isItself(organization))
                .map(client -> client.view(config.issuer()))
                .orElseThrow(NotFound::new);
    }

    @Transactional
    ClientSecret issueSecret(UUID organization, String claimCode) {
        OAuthClient client = mine(organization, claimCode);
        String secret = Secrets.next();
        client.authenticateWith(
                seals.sealBytes(organization, secret.getBytes(StandardCharsets.UTF_8)), clock.instant());
        return new ClientSecret(client.view(config.issuer()), secret);
    }

    @Transactional
    ClientView registerKeys(UUID organization, KeysRequest request) {
        OAuthClient client = mine(organization, request.claimCode());
        request.check();
        client.authenticateWith(request.jwks(), clock.instant());
        return client.view(config.issuer());
    }

    /** To all others it is not there. */
    private OAuthClient mine(UUID organization, String claimCode) {
        return clients.held(organization)
                .filter(client ->
                        isItself(organization) || claimCode != null && client.isClaimedBy(Secrets.hash(claimCode)))
                .orElseThrow(NotFound::new);
    }

    private boolean isItself(UUID organization) {
        return caller.organization().filter(organization::equals).isPresent();
    }
}
