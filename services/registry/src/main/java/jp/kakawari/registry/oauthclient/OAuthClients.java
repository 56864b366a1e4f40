package jp.kakawari.registry.oauthclient;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** All clients of member organisations. */
@ApplicationScoped
class OAuthClients implements PanacheRepositoryBase<OAuthClient, UUID> {

    Optional<OAuthClient> held(UUID organization) {
        return findByIdOptional(organization, LockModeType.PESSIMISTIC_WRITE);
    }
}
