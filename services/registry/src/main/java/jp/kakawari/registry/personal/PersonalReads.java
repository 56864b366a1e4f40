package jp.kakawari.registry.personal;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.PageRequest;

/** Who read whose personal data (閲覧記録). Rows are only ever added, in the transaction of the read. */
@ApplicationScoped
public class PersonalReads {

    /** Why personal data was read (閲覧の目的). */
    public enum Purpose {
        /** The registrant opened the record. */
        RECORD,
        /** A municipality opened one supporter of its own. */
        MUNICIPALITY_RECORD,
        /** A municipality found them by what it knew of them. */
        MUNICIPALITY_SEARCH,
        /** A municipality leafed through its list. */
        MUNICIPALITY_LIST,
        /** A municipality followed what changed. */
        MUNICIPALITY_FEED,
        /** A municipality took out its whole list. */
        MUNICIPALITY_EXPORT,
        /** A municipality looked whether two of its records are one person (名寄せ). */
        MUNICIPALITY_DUPLICATES,
        /** The secretariat looked whom to ask at an organisation, who did not have that published. */
        ORGANIZATION_CONTACT,
        /** The secretariat or the municipality read who holds an office, whose name is not published. */
        OFFICER_LIST,
        /** A recipient was given what the person consented to. */
        CONSENTED,
        /** A municipality read what a member thinks (政策への意見). */
        OPINION,
        /** A municipality took out a list of addresses for a purpose that it named (郵送・発送の名簿). */
        CONTACT_LIST
    }

    private final EntityManager database;
    private final Caller caller;

    PersonalReads(EntityManager database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** Records that the caller reads these supporters, in one statement. */
    @Transactional(MANDATORY)
    public void record(Purpose purpose, Collection<UUID> supporters) {
        if (supporters.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                        insert into personal_read (reader_organization, reader_subject, supporter, purpose)
                        select cast(:organization as uuid), :subject, supporter, :purpose
                        from unnest(:supporters) as supporter
                        """)
                .setParameter(
                        "organization",
                        caller.organization().map(UUID::toString).orElse(null))
                .setParameter("subject", caller.subject())
                .setParameter("purpose", purpose.name())
                .setParameter("supporters", supporters.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** The reads of one person's record, newest first. */
    public List<PersonalRead> of(UUID supporter, PageRequest page) {
        List<?> rows = database.createNativeQuery("""
                        select r.id, r.at, r.reader_organization, o.name, r.purpose
                        from personal_read r left join organization o on o.id = r.reader_organization
                        where r.supporter = :supporter and (cast(:before as uuid) is null or r.id < cast(:before as uuid))
                        order by r.id desc limit :fetch
                        """)
                .setParameter("supporter", supporter)
                .setParameter(
                        "before",
                        page.after().map(cursor -> cursor.uuid(0).toString()).orElse(null))
                .setParameter("fetch", page.fetch())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> PersonalRead.of(
                        (UUID) row[0], (Instant) row[1], (UUID) row[2], (String) row[3], Purpose.valueOf((String)
                                row[4])))
                .toList();
    }
}
