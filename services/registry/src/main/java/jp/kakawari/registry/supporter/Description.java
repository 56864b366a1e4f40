package jp.kakawari.registry.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.personal.Indexes;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.profile.Profile;
import jp.kakawari.registry.profile.ProfileReading;

/**
 * A profile in the form in which it is kept: what others may know in clear, the rest sealed and indexed.
 *
 * @param profile folded; only its parts that are not personal are kept in clear
 */
record Description(Profile profile, String ageBand, Assurance assurance, byte[] sealed, Indexes indexes) {

    @ApplicationScoped
    static class Maker {

        private final PersonalData personalData;
        private final BlindIndex index;
        private final Clock clock;

        Maker(PersonalData personalData, BlindIndex index, Clock clock) {
            this.personalData = personalData;
            this.index = index;
            this.clock = clock;
        }

        /** Describes them as given; of a correction only what it names is checked. */
        Description describe(UUID supporter, Profile given, Predicate<String> named, String remarks) {
            LocalDate today = LocalDate.now(clock);
            Profile profile = ProfileReading.fold(given, named, today);
            Personal personal = profile.personal(remarks);
            return new Description(
                    profile,
                    AgeBand.of(profile.birthDate(), today),
                    Assurance.of(personal),
                    personalData.seal(supporter, personal),
                    index.of(supporter, personal));
        }
    }
}
