package jp.kakawari.registry.agreement;

import static jp.kakawari.registry.agreement.AgreementState.CONCLUDED;
import static jp.kakawari.registry.agreement.AgreementState.ENDED;
import static jp.kakawari.registry.agreement.AgreementState.IN_FORCE;
import static jp.kakawari.registry.agreement.AgreementState.PROPOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 福山 and seven others, as the 備後圏域 has them. */
class AgreementTest {

    private static final List<UUID> TOWNS =
            IntStream.range(0, 8).mapToObj(town -> new UUID(1, town)).toList();
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2031, 3, 31);

    private final Agreement agreement = new Agreement(
            UUID.randomUUID(),
            new AgreementRequest(
                    AgreementType.COOPERATION,
                    "備後圏域連携中枢都市圏連携協約",
                    TOWNS.stream().collect(Collectors.toSet()),
                    Set.of(SharedData.SUPPORTER_COUNTS),
                    FIRST,
                    LAST));

    @Test
    void it_is_in_force_from_its_first_to_its_last_day() {
        acceptedByAll();
        assertThat(agreement.state(FIRST.minusDays(1))).isEqualTo(CONCLUDED);
        assertThat(agreement.state(FIRST)).isEqualTo(IN_FORCE);
        assertThat(agreement.state(LAST)).isEqualTo(IN_FORCE);
        assertThat(agreement.state(LAST.plusDays(1))).isEqualTo(ENDED);
        assertThat(agreement.governments()).hasSize(8);
    }

    @Test
    void one_who_has_not_accepted_keeps_it_a_proposal() {
        TOWNS.subList(0, 7).forEach(this::accept);
        assertThat(agreement.isPublic()).isFalse();
        assertThat(agreement.state(FIRST)).isEqualTo(PROPOSED);
        accept(TOWNS.getLast());
        assertThat(agreement.isPublic()).isTrue();
    }

    @Test
    void whoever_ends_it_ends_it_for_all_at_once() {
        acceptedByAll();
        agreement.end(TOWNS.get(3), FIRST.plusYears(1), Instant.EPOCH);
        assertThat(agreement.state(FIRST.plusYears(1).minusDays(1))).isEqualTo(IN_FORCE);
        assertThat(agreement.state(FIRST.plusYears(1))).isEqualTo(ENDED);
        assertThat(agreement.allowedActions(TOWNS.get(0), FIRST.plusYears(1))).isEmpty();
        assertThatThrownBy(() -> agreement.end(new UUID(9, 9), FIRST, Instant.EPOCH))
                .isInstanceOf(NotAllowedForAgreement.class);
    }

    private void acceptedByAll() {
        TOWNS.forEach(this::accept);
    }

    private void accept(UUID town) {
        agreement.accept(town, "34207" + town.getLeastSignificantBits(), FIRST.minusMonths(1), Instant.EPOCH);
    }
}
