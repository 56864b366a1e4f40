package jp.kakawari.registry.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import jp.kakawari.contracts.registry.EngagementRecorded.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EngagementTest {

    @ParameterizedTest
    @CsvSource({
        "SELF_REPORTED,ATTESTED,true,'[attest, reject]'",
        "SELF_REPORTED,REJECTED,true,'[attest, reject]'",
        "ATTESTED,REJECTED,true,[reject]",
        "REJECTED,ATTESTED,true,[attest]",
        "ATTESTED,ATTESTED,false,[reject]",
        "REJECTED,REJECTED,false,[attest]",
    })
    void a_decision_that_changes_it_raises_the_revision(Status from, Status to, boolean changes, String allowed)
            throws Exception {
        Engagement engagement = in(from);
        assertThat(engagement.allowedActions()).hasToString(allowed);
        assertThat(engagement.decide(to)).isEqualTo(changes);
        assertThat(engagement.revision()).isEqualTo(changes ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void nobody_reports_in_the_persons_place(Status from) throws Exception {
        Engagement engagement = in(from);
        assertThatThrownBy(() -> engagement.decide(Status.SELF_REPORTED)).isInstanceOf(NotADecision.class);
    }

    /** As the database would hand it out. */
    private static Engagement in(Status status) throws Exception {
        Engagement engagement = new Engagement();
        Field field = Engagement.class.getDeclaredField("status");
        field.setAccessible(true);
        field.set(engagement, status);
        return engagement;
    }
}
