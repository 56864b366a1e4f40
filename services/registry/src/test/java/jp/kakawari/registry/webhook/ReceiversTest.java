package jp.kakawari.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.time.Duration;
import jp.kakawari.registry.webhook.Receivers.PrivateAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiversTest {

    private final Receivers onTheInternet = new Receivers(config(false));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/hook",
                "https://127.0.0.1/hook",
                "https://[::1]/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://user:password@example.org/hook",
                "https://example.org/hook#part",
                "ftp://example.org/",
                "example.org",
                "https://",
                "https://exa mple.org/",
                "file:///etc/passwd"
            })
    void what_is_no_receiver_is_refused_when_it_is_stated(String url) {
        assertThat(onTheInternet.refusal(url)).isPresent();
    }

    @Test
    void a_name_may_be_stated_and_is_looked_up_when_something_is_sent() throws Exception {
        assertThat(onTheInternet.refusal("https://localhost/hook")).isEmpty();
        assertThatThrownBy(() -> onTheInternet.find("https://localhost/hook")).isInstanceOf(PrivateAddress.class);
        assertThatThrownBy(() -> onTheInternet.find("https://nowhere.invalid/hook"))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void an_operator_may_allow_a_trial() throws Exception {
        Receivers trial = new Receivers(config(true));
        assertThat(trial.refusal("http://127.0.0.1:8080/hook?x=1")).isEmpty();
        assertThat(trial.find("http://127.0.0.1:8080/hook?x=1").target()).isEqualTo("/hook?x=1");
        assertThat(trial.find("http://127.0.0.1").target()).isEqualTo("/");
    }

    private static WebhookConfig config(boolean allowPrivate) {
        return new WebhookConfig() {
            @Override
            public boolean send() {
                return true;
            }

            @Override
            public boolean allowPrivate() {
                return allowPrivate;
            }

            @Override
            public Duration answerWithin() {
                return Duration.ofSeconds(15);
            }

            @Override
            public int atOnce() {
                return 32;
            }

            @Override
            public Duration kept() {
                return Duration.ofDays(7);
            }
        };
    }
}
