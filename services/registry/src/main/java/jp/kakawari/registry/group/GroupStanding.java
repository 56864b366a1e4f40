package jp.kakawari.registry.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;

/** What an organisation is in a group (グループでの立場), in one query. */
@ApplicationScoped
public class GroupStanding {

    private final EntityManager database;

    GroupStanding(EntityManager database) {
        this.database = database;
    }

    /** The role of an active member; refuses everybody else (403). A group that isn't there is not found. */
    public GroupRole roleIn(Slug group, UUID organization) {
        List<?> roles = database.createNativeQuery("""
                        select coalesce(m.role, '')
                        from organization_group g
                        left join (group_member m join organization o on o.id = m.organization and o.state = 'ACTIVE')
                            on m.group_code = g.code and m.organization = :organization and g.dissolved_at is null
                        where g.code = :group
                        """)
                .setParameter("group", group.value())
                .setParameter("organization", organization)
                .getResultList();
        String role = roles.stream().map(String.class::cast).findFirst().orElseThrow(NotFound::new);
        if (role.isEmpty()) {
            throw new NotYours();
        }
        return GroupRole.valueOf(role);
    }
}
