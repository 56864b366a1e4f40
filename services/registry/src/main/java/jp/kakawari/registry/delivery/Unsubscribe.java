package jp.kakawari.registry.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakawari.registry.audience.WithdrawConsent;
import jp.kakawari.registry.campaign.CampaignKind;
import jp.kakawari.registry.mail.LinkToken;
import jp.kakawari.registry.supporter.Removal;
import jp.kakawari.web.NotFound;

/**
 * Whoever follows the link in a letter gets no more such letters from its sender (配信停止): when this is answered none is
 * handed to the mail server any more, of the same campaign neither. Only a letter that it is taking at that moment may still
 * arrive. To what they agreed in so many words besides, as calls after a disaster, they are still written.
 */
@ApplicationScoped
class Unsubscribe {

    /** Whether what a kind of campaign needs still stands. */
    private static final String GIVEN = Stream.of(CampaignKind.values())
            .map(kind ->
                    "when '%s' then %s".formatted(kind.name(), kind.permission().given()))
            .collect(Collectors.joining(" "));

    private final EntityManager database;
    private final WithdrawConsent consent;

    Unsubscribe(EntityManager database, WithdrawConsent consent) {
        this.database = database;
        this.consent = consent;
    }

    private record Reader(UUID supporter, String municipality, CampaignKind kind) {}

    /** Who sent the letter. */
    @Transactional
    String sender(String token) {
        return WriteLetter.sender(reader(token).municipality());
    }

    /** Says who sent it; again, it changes nothing. */
    @Transactional
    String from(String token) {
        Reader reader = reader(token);
        consent.withdraw(
                reader.municipality(), reader.supporter(), reader.kind().permission());
        database.createNativeQuery("""
                        update campaign_delivery d set state = 'WITHDRAWN'
                        from campaign c, tie t join supporter s on s.id = t.supporter
                        where d.supporter = :supporter and d.municipality = :municipality and d.state = 'WAITING'
                          and c.id = d.campaign and t.supporter = d.supporter and t.municipality = d.municipality
                          and not case c.kind %s end
                        """.formatted(GIVEN))
                .setParameter("supporter", reader.supporter())
                .setParameter("municipality", reader.municipality())
                .executeUpdate();
        return WriteLetter.sender(reader.municipality());
    }

    /** The links of somebody who is removed lead nowhere. */
    void forget(@Observes Removal removal) {
        database.createNativeQuery("""
                        update campaign_delivery
                        set token = null, state = case state when 'WAITING' then 'WITHDRAWN' else state end
                        where supporter = :supporter
                        """)
                .setParameter("supporter", removal.supporter())
                .executeUpdate();
    }

    private Reader reader(String token) {
        List<?> found = database.createNativeQuery(
                        "select d.supporter, d.municipality, c.kind from campaign_delivery d join campaign c on c.id = d.campaign"
                                + " where d.token = :token")
                .setParameter("token", new LinkToken(token).hash())
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new Reader((UUID) row[0], (String) row[1], CampaignKind.valueOf((String) row[2])))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
