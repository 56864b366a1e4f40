package jp.kakawari.registry.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacedBodyTest {

    private static final int FOUR_MINUTES = 240;

    private long now;

    @Test
    void whoSendsAByteASecondIsRefusedAfterHalfAMinute() {
        assertThatExceptionOfType(UploadTooSlow.class)
                .isThrownBy(() -> new PacedBody(drops(1), 1024, () -> now).readAllBytes());
        assertThat(Duration.ofNanos(now)).isBetween(PacedBody.GRACE, PacedBody.GRACE.plusSeconds(2));
    }

    @Test
    void aSlowConnectionIsEnough() throws IOException {
        assertThat(new PacedBody(drops(1024), 1024, () -> now).readAllBytes()).hasSize(FOUR_MINUTES * 1024);
    }

    @Test
    void whatIsDoneWithItMeanwhileDoesNotCount() throws IOException {
        PacedBody body = new PacedBody(new ByteArrayInputStream(new byte[FOUR_MINUTES]), 1024, () -> now);
        for (int i = 0; i < FOUR_MINUTES; i++) {
            assertThat(body.read()).isZero();
            now += Duration.ofMinutes(1).toNanos();
        }
        assertThat(body.read()).isNegative();
    }

    /** So many bytes come each second for four minutes. */
    private InputStream drops(int bytes) {
        return new FilterInputStream(new ByteArrayInputStream(new byte[FOUR_MINUTES * bytes])) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                now += Duration.ofSeconds(1).toNanos();
                return super.read(target, offset, Math.min(length, bytes));
            }
        };
    }
}
