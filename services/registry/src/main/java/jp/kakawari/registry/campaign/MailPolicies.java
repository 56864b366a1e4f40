package jp.kakawari.registry.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The caps of all municipalities. */
@ApplicationScoped
class MailPolicies implements PanacheRepositoryBase<MailPolicy, String> {}
