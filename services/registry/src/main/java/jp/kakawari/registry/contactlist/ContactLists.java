package jp.kakawari.registry.contactlist;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.Conditions;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;

/** All lists of addresses, each its municipality's own. */
@ApplicationScoped
class ContactLists implements PanacheRepositoryBase<ContactList, UUID> {

    ContactList of(String municipality, UUID id) {
        return find("municipality = ?1 and id = ?2", municipality, id)
                .firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    List<ContactList> page(String municipality, PageRequest page) {
        return ofTown(municipality).pageById(getEntityManager(), page);
    }

    long countOf(String municipality) {
        return ofTown(municipality).count(getEntityManager());
    }

    private static Conditions<ContactList> ofTown(String municipality) {
        return Conditions.on("contact_list", ContactList.class).whereIs("municipality", municipality);
    }
}
