package jp.kakawari.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void keepsItsValues() {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        Cursor cursor =
                Cursor.parse(Cursor.of("山田 & 花子", id, now, 42, LocalDate.EPOCH).toString());
        assertThat(cursor.text(0)).isEqualTo("山田 & 花子");
        assertThat(cursor.uuid(1)).isEqualTo(id);
        assertThat(cursor.instant(2)).isEqualTo(now);
        assertThat(cursor.number(3)).isEqualTo(42);
        assertThat(cursor.date(4)).isEqualTo(LocalDate.EPOCH);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        Cursor cursor = Cursor.parse(Cursor.of("a").toString());
        assertThatThrownBy(() -> cursor.uuid(0)).isInstanceOf(InvalidParameter.class);
        assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(InvalidParameter.class);
        assertThatThrownBy(() -> cursor.instant(0)).isInstanceOf(InvalidParameter.class);
        assertThatThrownBy(() -> cursor.text(1)).isInstanceOf(InvalidParameter.class);
    }

    @Test
    void nulIsRefused() {
        String nul = Cursor.of("a\0b").toString();
        assertThatThrownBy(() -> Cursor.parse(nul)).isInstanceOf(InvalidParameter.class);
    }

    @Property(tries = 300)
    void whateverIsSentIsReadOrRefused(@ForAll String made) {
        try {
            Cursor.parse(made).text(0);
        } catch (InvalidParameter refused) {
            assertThat(refused.problem().status()).isEqualTo(400);
        }
    }

    @Property(tries = 200)
    void textSurvives(@ForAll String text) {
        if (text.indexOf('\0') < 0 && text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            assertThat(Cursor.parse(Cursor.of(text).toString()).text(0)).isEqualTo(text);
        }
    }
}
