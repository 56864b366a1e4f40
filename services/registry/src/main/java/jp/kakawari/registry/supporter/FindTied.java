package jp.kakawari.registry.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.web.InvalidBody;

/** Whom a municipality names of its own supporters, by id or by member number. */
@ApplicationScoped
public class FindTied {

    private final Ties ties;
    private final EntityManager database;

    FindTied(Ties ties, EntityManager database) {
        this.ties = ties;
        this.database = database;
    }

    /** Exactly one of the two must be given, and be of somebody who has a tie. */
    public UUID named(String municipality, UUID supporter, String memberNumber) {
        if ((supporter == null) == (memberNumber == null)) {
            throw new InvalidBody()
                    .at(
                            "/supporter",
                            "is needed, or memberNumber, not both",
                            "supporter か memberNumber のどちらか一方を指定してください");
        }
        Optional<UUID> found =
                supporter == null ? ties.ofMember(municipality, memberNumber) : ties.of(municipality, supporter);
        return found.orElseThrow(() -> new InvalidBody()
                .at(
                        supporter == null ? "/memberNumber" : "/supporter",
                        "is nobody on your list",
                        "この自治体の関係人口として登録されていません"));
    }

    /** Whether they are a person or an organisation. */
    public Kind kind(UUID supporter) {
        return Kind.valueOf(
                (String) database.createNativeQuery("select kind from supporter where id = :id", String.class)
                        .setParameter("id", supporter)
                        .getSingleResult());
    }
}
