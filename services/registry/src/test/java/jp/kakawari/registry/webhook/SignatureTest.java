package jp.kakawari.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final byte[] SECRET = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    /** The example of the Standard Webhooks libraries. */
    @Test
    void signs_as_the_standard_says() {
        assertThat(Signature.of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}",
                        List.of(SECRET)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(Signature.shown(SECRET)).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    @Test
    void each_secret_signs_and_no_two_are_alike() {
        byte[] other = Signature.newSecret();
        assertThat(other).hasSize(24).isNotEqualTo(Signature.newSecret());
        assertThat(Signature.of("id", Instant.EPOCH, "{}", List.of(SECRET, other)))
                .isEqualTo(Signature.of("id", Instant.EPOCH, "{}", List.of(SECRET)) + " "
                        + Signature.of("id", Instant.EPOCH, "{}", List.of(other)));
    }
}
