package jp.kakawari.registry.supporter;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.Refusal;

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
        mustBeOneOf(supporter, memberNumber);
        Optional<UUID> found =
                supporter == null ? ties.ofMember(municipality, memberNumber) : ties.of(municipality, supporter);
        return found.orElseThrow(() -> nobody(supporter));
    }

    /** The same, held until the transaction ends, with a tie that stands meanwhile. */
    @Transactional(MANDATORY)
    public UUID held(String municipality, UUID supporter, String memberNumber) {
        UUID found = named(municipality, supporter, memberNumber);
        ties.hold(List.of(found));
        return ties.of(municipality, found).orElseThrow(() -> nobody(supporter));
    }

    /** Whether that one is meant, also where their tie has ended since. */
    public boolean isNamed(UUID known, String municipality, UUID supporter, String memberNumber) {
        mustBeOneOf(supporter, memberNumber);
        return supporter == null ? ties.hadNumber(municipality, known, memberNumber) : supporter.equals(known);
    }

    /** Whether their tie stands. */
    public boolean isTied(String municipality, UUID supporter) {
        return ties.of(municipality, supporter).isPresent();
    }

    private static void mustBeOneOf(UUID supporter, String memberNumber) {
        if ((supporter == null) == (memberNumber == null)) {
            throw new InvalidBody()
                    .at(
                            "/supporter",
                            "is needed, or memberNumber, not both",
                            "supporter か memberNumber のどちらか一方を指定してください");
        }
    }

    private static Refusal nobody(UUID supporter) {
        return new InvalidBody()
                .at(
                        supporter == null ? "/memberNumber" : "/supporter",
                        "is nobody on your list",
                        "この自治体の関係人口として登録されていません");
    }

    /** Whether they are a person or an organisation. */
    public Kind kind(UUID supporter) {
        return Kind.valueOf(
                (String) database.createNativeQuery("select kind from supporter where id = :id", String.class)
                        .setParameter("id", supporter)
                        .getSingleResult());
    }
}
