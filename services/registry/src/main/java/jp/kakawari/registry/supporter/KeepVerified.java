package jp.kakawari.registry.supporter;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Objects;
import jp.kakawari.registry.personal.PersonalData;

/** A verified address that stays the same stays verified (確認済みのまま), also where a new key makes another index of it. */
@ApplicationScoped
class KeepVerified {

    private final PersonalData personalData;
    private final EntityManager database;

    KeepVerified(PersonalData personalData, EntityManager database) {
        this.personalData = personalData;
        this.database = database;
    }

    /** To be told before the record takes that description over. */
    @Transactional(MANDATORY)
    void becomes(Supporter supporter, Description description) {
        if (supporter.sealed() == null
                || Arrays.equals(supporter.emailIndex(), description.indexes().email())) {
            return;
        }
        String email = personalData.open(supporter.id(), supporter.sealed()).email();
        if (Objects.equals(email, description.profile().email())) {
            database.createNativeQuery("select set_config('kakawari.same_email', 'on', true)")
                    .getSingleResult();
        }
    }
}
