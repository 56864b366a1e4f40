package jp.kakawari.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.contracts.registry.OrganizationChanged.State;
import jp.kakawari.japan.LocalGovernmentCode;
import org.junit.jupiter.api.Test;

class OrganizationTest {

    private static final OrganizationRequest HIDA =
            new OrganizationRequest(State.ACTIVE, Kind.GOVERNMENT, "飛騨市", LocalGovernmentCode.parse("212172"));

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
        assertThat(hida.become(
                        new OrganizationRequest(State.LEFT, HIDA.kind(), HIDA.name(), HIDA.government()),
                        Instant.now()))
                .isTrue();
        assertThat(hida.told().revision()).isEqualTo(2);
        assertThat(hida.told().state()).isEqualTo(State.LEFT);
    }
}
