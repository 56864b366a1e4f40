package jp.kakawari.registry.digest;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Municipality;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.JapanTime;

/** Issues are windows in time: what is withdrawn or closed leaves them too. */
@ApplicationScoped
class Issues {

    private static final int MOST = 200;

    private static final String ANNOUNCEMENTS = """
            select id, title, municipality from announcement
            where audience = 'PUBLIC' and withdrawn_at is null and published_at >= :from and published_at < :until
            order by id limit :most""";

    private static final String PROGRAMS = """
            select id, title, municipality from program_news
            where state = 'PUBLISHED' and first_told >= :from and first_told < :until
            order by first_told, id limit :most""";

    private final EntityManager database;

    Issues(EntityManager database) {
        this.database = database;
    }

    /** None where nothing is new. */
    @Transactional(MANDATORY)
    Optional<DigestIssue> make(Instant from, Instant until, Instant now) {
        DigestIssue issue = between(NewId.next(), from, until);
        if (issue.isEmpty()) {
            return Optional.empty();
        }
        database.createNativeQuery(
                        "insert into digest_issue (id, from_time, until_time, made_at) values (:id, :from, :until, :now)")
                .setParameter("id", issue.id())
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("now", now)
                .executeUpdate();
        return Optional.of(issue);
    }

    @Transactional
    Optional<DigestIssue> find(UUID id) {
        List<?> rows = database.createNativeQuery("select from_time, until_time from digest_issue where id = :id")
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> between(id, (Instant) row[0], (Instant) row[1]))
                .findFirst();
    }

    private DigestIssue between(UUID id, Instant from, Instant until) {
        return new DigestIssue(
                id,
                JapanTime.of(from),
                JapanTime.of(until),
                news(ANNOUNCEMENTS, from, until),
                news(PROGRAMS, from, until));
    }

    private List<DigestIssue.News> news(String sql, Instant from, Instant until) {
        List<?> rows = database.createNativeQuery(sql)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("most", MOST)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new DigestIssue.News((UUID) row[0], (String) row[1], name((String) row[2])))
                .toList();
    }

    private static String name(String municipality) {
        return municipality == null
                ? null
                : Municipalities.byCode(LocalGovernmentCode.parse(municipality))
                        .map(Municipality::name)
                        .orElse(municipality);
    }
}
