package jp.kakawari.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.catalog.NeedChanged;
import jp.kakawari.contracts.registry.SupporterChanged;

/** A need, and people who may help with it, as the other services tell of them. */
public final class TestHelp {

    private TestHelp() {}

    public static NeedChanged need(UUID id, String municipality, UUID postedBy, String... skills) {
        return new NeedChanged(
                id,
                1,
                NeedChanged.State.POSTED,
                postedBy,
                municipality,
                "人手が足りない",
                "週末に来てくれる人を探しています。",
                List.of(skills),
                Mode.ONSITE);
    }

    /** Somebody of 東京都 who can do this, with these ties. */
    public static SupporterChanged skilled(UUID id, long revision, List<String> skills, SupporterChanged.Tie... ties) {
        return new SupporterChanged(
                id,
                revision,
                SupporterChanged.State.ACTIVE,
                SupporterChanged.Kind.PERSON,
                "key-of-" + id,
                "13",
                "JP",
                "30s",
                List.of(),
                skills,
                null,
                TestWorld.APP_ID,
                "app",
                false,
                List.of(ties));
    }

    public static SupporterChanged.Tie tie(String municipality, boolean mailConsent) {
        return new SupporterChanged.Tie(
                municipality, List.of("VISIT"), Stage.WARM, LocalDate.of(2025, 5, 3), false, null, mailConsent);
    }

    /** The same as their next state, with or without a guardian's consent. */
    public static SupporterChanged lacksGuardian(SupporterChanged supporter, boolean lacks) {
        return TestWorld.with(
                supporter,
                SupporterChanged.class,
                Map.of("revision", supporter.revision() + 1, "guardianMissing", lacks));
    }
}
