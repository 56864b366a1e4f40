package jp.kakawari.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CanaryTest {

    @Test
    void a_canary_is_heard_in_whatever_form_it_sings() {
        assertThat(Canary.JSON.lines()).filteredOn(Canary::sings).hasSize(3);
        for (String song : List.of(
                "\\xe98791e7b3b8e99b80",
                "\\u91d1\\u7cf8\\u96c0",
                "{\"phone\":\"09043218765\"}",
                // md5sum of the address
                "5ee9d608820b815d16aa33d3fa650446")) {
            assertThat(Canary.sings(song)).as(song).isTrue();
        }
    }
}
