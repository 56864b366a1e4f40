package jp.kakawari.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "*", "\"1\", \"3\"", " \"3\" "})
    void thisRevisionMatches(String ifMatch) {
        assertThatCode(() -> ETags.mustMatch(ifMatch, 3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "3", "W/\"3\"", "\"33\"", "nonsense", "\"3"})
    void anotherDoesNot(String ifMatch) {
        assertThatThrownBy(() -> ETags.mustMatch(ifMatch, 3))
                .isInstanceOfSatisfying(
                        PreconditionFailed.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(412));
    }

    @Test
    void noneIsRefused() {
        assertThatThrownBy(() -> ETags.mustMatch(null, 3)).isInstanceOf(PreconditionRequired.class);
        assertThatThrownBy(() -> ETags.mustMatch(" ", 3)).isInstanceOf(PreconditionRequired.class);
    }
}
