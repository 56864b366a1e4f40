package jp.kakawari.registry.supporter;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.registry.personal.PersonalData;

/** Guardians of minors (保護者), sealed like the minors themselves; their consent is a step of the consent history. */
@ApplicationScoped
public class Guardians {

    private static final int OF_AGE = 18;

    private final EntityManager database;
    private final PersonalData personalData;
    private final ObjectMapper json;
    private final Clock clock;

    Guardians(EntityManager database, PersonalData personalData, ObjectMapper json, Clock clock) {
        this.database = database;
        this.personalData = personalData;
        this.json = json;
        this.clock = clock;
    }

    /** Whether they are under 18 today and nobody has consented for them. */
    boolean missing(Supporter supporter) {
        if (!AgeBand.OF_MINORS.contains(String.valueOf(supporter.ageBand()))) {
            return false;
        }
        LocalDate birthDate =
                personalData.open(supporter.id(), supporter.sealed()).birthDate();
        return isMinor(supporter.kind(), birthDate) && sealed(supporter.id()).isEmpty();
    }

    boolean isMinor(Kind kind, LocalDate birthDate) {
        return kind != Kind.ORGANIZATION && isMinor(birthDate, LocalDate.now(clock));
    }

    /** Whether a person who was born then is under 18 on that day. */
    public static boolean isMinor(LocalDate birthDate, LocalDate today) {
        return birthDate != null && Period.between(birthDate, today).getYears() < OF_AGE;
    }

    boolean known(UUID supporter) {
        return sealed(supporter).isPresent();
    }

    /** Keeps who consented, and that they did. */
    @Transactional(MANDATORY)
    void consented(UUID supporter, GuardianRequest guardian, Actor actor) {
        String by = actor.person() == null ? actor.organization().toString() : null;
        database.createNativeQuery("""
                        with kept as (
                            insert into guardian (supporter, sealed, consented_at, told_by)
                            values (:supporter, :sealed, now(), cast(:by as uuid))
                            on conflict (supporter) do update
                            set sealed = excluded.sealed, consented_at = excluded.consented_at, told_by = excluded.told_by
                            returning supporter, consented_at, told_by)
                        insert into consent_history (id, at, supporter, purpose, state, fields, through, told_by)
                        select uuidv7(), consented_at, supporter, 'GUARDIAN', 'GIVEN', '{}', 'GUARDIAN', told_by from kept
                        """)
                .setParameter("supporter", supporter)
                .setParameter("sealed", seal(supporter, guardian))
                .setParameter("by", by)
                .executeUpdate();
    }

    /** Forgets who consented and keeps that they took it back; whether somebody had. */
    @Transactional(MANDATORY)
    boolean withdrew(UUID supporter, Actor actor) {
        String by = actor.person() == null ? actor.organization().toString() : null;
        return database.createNativeQuery("""
                        with over as (delete from guardian where supporter = :supporter returning supporter)
                        insert into consent_history (id, at, supporter, purpose, state, fields, through, told_by)
                        select uuidv7(), now(), supporter, 'GUARDIAN', 'WITHDRAWN', '{}', 'GUARDIAN', cast(:by as uuid) from over
                        """)
                        .setParameter("supporter", supporter)
                        .setParameter("by", by)
                        .executeUpdate()
                > 0;
    }

    /** Who consented for that person. */
    public Optional<GuardianRequest> of(UUID supporter) {
        return sealed(supporter).map(kept -> open(supporter, kept));
    }

    void forget(@Observes Removal removal) {
        database.createNativeQuery("delete from guardian where supporter = :supporter")
                .setParameter("supporter", removal.supporter())
                .executeUpdate();
    }

    private Optional<byte[]> sealed(UUID supporter) {
        List<?> found = database.createNativeQuery("select sealed from guardian where supporter = :id", byte[].class)
                .setParameter("id", supporter)
                .getResultList();
        return found.stream().map(byte[].class::cast).findFirst();
    }

    private byte[] seal(UUID supporter, GuardianRequest guardian) {
        try {
            return personalData.sealBytes(supporter, json.writeValueAsBytes(guardian));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the guardian of " + supporter + " can't be kept");
        }
    }

    private GuardianRequest open(UUID supporter, byte[] sealed) {
        try {
            return json.readValue(personalData.openBytes(supporter, sealed), GuardianRequest.class);
        } catch (IOException broken) {
            throw new IllegalStateException("the guardian of " + supporter + " is not what this version writes");
        }
    }
}
