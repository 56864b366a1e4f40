package jp.kakawari.contracts.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.Removable;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.Topic;

/**
 * A supporter (関係人口の一人または一団体) without anything that names them, with all their ties.
 *
 * @param subjectKey pseudonym under which the same person counts once nationwide, also when two municipalities hold a
 *     record each
 * @param prefecture two-digit code of the residence, null overseas or unknown
 * @param country ISO 3166-1 alpha-2 code of the residence
 * @param ageBand {@code 10s}, {@code 20s} … {@code 80s+}, null when unknown
 * @param interests themes as written in the catalogue's vocabulary
 * @param skills what they can do (できること)
 * @param mode how they prefer to take part, null when not said
 * @param registeredBy member organisation that registered them and may apply for them, null for a self-registration
 * @param guardianMissing whether they are under 18 and no guardian has consented (保護者の同意), so that nobody may apply for them;
 *     told anew when somebody consents or takes it back, and of coming of age no more than the month, so that no birthday is told
 */
public record SupporterChanged(
        UUID id,
        long revision,
        State state,
        Kind kind,
        String subjectKey,
        String prefecture,
        String country,
        String ageBand,
        List<String> interests,
        List<String> skills,
        Mode mode,
        UUID registeredBy,
        String channel,
        boolean guardianMissing,
        List<Tie> ties)
        implements Removable {

    public enum State {
        ACTIVE,
        REMOVED
    }

    public enum Kind {
        PERSON,
        ORGANIZATION
    }

    /**
     * A tie (関わり) to one municipality.
     *
     * @param municipality 6-digit code
     * @param since first day of the tie
     * @param resident whether they live there, and so are not 関係人口 of it
     * @param lastActiveOn day of the newest engagement, null when there is none
     * @param mailConsent whether the municipality may write to them
     */
    public record Tie(
            String municipality,
            List<String> origins,
            Stage stage,
            LocalDate since,
            boolean resident,
            LocalDate lastActiveOn,
            boolean mailConsent) {}

    /** What a tombstone tells whoever missed the state before it. */
    public static SupporterChanged removed(UUID id, long revision) {
        return new SupporterChanged(
                id,
                revision,
                State.REMOVED,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                false,
                List.of());
    }

    @Override
    public Topic topic() {
        return Topic.REGISTRY_SUPPORTER;
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String type() {
        return "jp.kakawari.registry.supporter-changed.v1";
    }
}
