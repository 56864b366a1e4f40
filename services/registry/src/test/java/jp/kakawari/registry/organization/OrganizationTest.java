package jp.kakawari.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.contracts.registry.OrganizationChanged.State;
import jp.kakawari.japan.LocalGovernmentCode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OrganizationTest {

    private static final OrganizationRequest HIDA = request(State.ACTIVE);

    private static final ApplicationRequest APPLICATION = new ApplicationRequest(
            Kind.NPO, "里山ネット", null, null, null, null, null, List.of(), new Contact("見本", null, null), false);

    @Test
    void saying_the_same_again_changes_nothing() {
        Organization hida = new Organization(UUID.randomUUID());
        assertThat(hida.become(HIDA, Instant.now())).isTrue();
        assertThat(hida.become(HIDA, Instant.now())).isFalse();
        assertThat(hida.revision()).isEqualTo(1);
    }

    @Test
    void saying_something_else_raises_the_revision() {
        Organization hida = new Organization(UUID.randomUUID());
        hida.become(HIDA, Instant.now());
        assertThat(hida.become(request(State.LEFT), Instant.now())).isTrue();
        assertThat(hida.told().revision()).isEqualTo(2);
        assertThat(hida.told().state()).isEqualTo(State.LEFT);
    }

    @Property
    void only_what_a_state_allows_happens_and_everything_that_happens_raises_the_revision(
            @ForAll List<MemberAction> actions) {
        Organization organization = new Organization(UUID.randomUUID());
        organization.apply(APPLICATION, new byte[] {1}, Instant.now());
        for (MemberAction action : actions) {
            MemberState before = organization.state();
            long revision = organization.revision();
            if (before.allowedActions().contains(action)) {
                organization.decide(action, "理由", Instant.now());
                assertThat(organization.state()).isEqualTo(action.target());
                assertThat(organization.revision()).isEqualTo(revision + 1);
            } else {
                assertThatExceptionOfType(NotAllowedNow.class)
                        .isThrownBy(() -> organization.decide(action, "理由", Instant.now()));
                assertThat(organization.state()).isEqualTo(before);
                assertThat(organization.revision()).isEqualTo(revision);
            }
        }
    }

    @Test
    void a_state_that_can_not_follow_is_refused() {
        Organization hida = new Organization(UUID.randomUUID());
        hida.become(request(State.LEFT), Instant.now());
        assertThatExceptionOfType(NotAllowedNow.class)
                .isThrownBy(() -> hida.become(request(State.SUSPENDED), Instant.now()));
        assertThat(hida.become(request(State.ACTIVE), Instant.now())).isTrue();
    }

    private static OrganizationRequest request(State state) {
        return new OrganizationRequest(state, Kind.GOVERNMENT, "飛騨市", LocalGovernmentCode.parse("212172"), null, null);
    }
}
