package jp.kakawari.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kakawari.local.Console;
import jp.kakawari.local.Story;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** First, while the world is empty: a few applications elsewhere would have its own figures withheld. */
@ExtendWith(RunningPlatform.class)
@Order(1)
class MainJobTest {

    @Test
    void the_story_comes_out_as_told_and_told_again_nothing_is_done_twice() throws Exception {
        assertThat(tellTheStory()).isEmpty();
        assertThat(tellTheStory()).isEmpty();
    }

    private static Iterable<String> tellTheStory() throws Exception {
        Console console = new Console(System.out);
        new Story(RunningPlatform.at(), RunningPlatform.actors(), console).tell();
        return console.differences();
    }
}
