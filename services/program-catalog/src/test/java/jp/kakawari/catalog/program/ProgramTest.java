package jp.kakawari.catalog.program;

import static jp.kakawari.catalog.program.Sheets.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.RelationClass;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.japan.LocalGovernmentCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgramTest {

    private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
    private static final Host HIDA = Host.government(UUID.randomUUID(), new LocalGovernmentCode("212172"));

    @Test
    void each_change_raises_the_revision_by_one() {
        Program program = Program.draft(HIDA, sheet("{}"), List.of(), NOW);
        assertThat(program.revision()).isEqualTo(1);
        program.advance(Action.PUBLISH, NOW);
        program.revise(sheet("{'capacity': 3}"), List.of());
        program.advance(Action.CLOSE, NOW);
        assertThat(program.revision()).isEqualTo(4);
        assertThat(program.event().revision()).isEqualTo(4);
        assertThat(program.event().state()).isEqualTo(ProgramChanged.State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(ProgramState.class)
    void a_state_allows_what_it_says_and_nothing_else(ProgramState state) {
        for (Action action : EnumSet.of(Action.PUBLISH, Action.CLOSE, Action.COMPLETE, Action.REMOVE)) {
            Program program = in(state);
            if (state.allowedActions().contains(action)) {
                program.advance(action, NOW);
                assertThat(program.state()).isNotEqualTo(state);
            } else {
                assertThatThrownBy(() -> program.advance(action, NOW)).isInstanceOf(NotAllowedNow.class);
                assertThat(program.state()).isEqualTo(state);
            }
        }
    }

    @Test
    void a_window_that_ends_this_very_moment_is_over() {
        Program program =
                Program.draft(HIDA, sheet("{'applicationCloses': '2026-11-21T10:00:00+09:00'}"), List.of(), NOW);
        assertThatThrownBy(() -> program.advance(Action.PUBLISH, NOW)).isInstanceOf(WindowOver.class);
        assertThat(program.state()).isEqualTo(ProgramState.DRAFT);
        program.advance(Action.PUBLISH, NOW.minusMillis(1));
        assertThat(program.state()).isEqualTo(ProgramState.PUBLISHED);
    }

    @Test
    void the_event_is_the_whole_public_state() {
        Program program = Program.draft(HIDA, sheet("""
                        {'municipalities': ['212172', '19442'], 'capacity': 15, 'mode': 'HYBRID',
                         'applicationOpens': '2026-10-01T00:00:00Z', 'startsOn': '2027-01-15'}"""), List.of("volunteering"), NOW);
        program.advance(Action.PUBLISH, NOW);
        assertThat(program.event())
                .isEqualTo(new ProgramChanged(
                        program.id(),
                        2,
                        ProgramChanged.State.PUBLISHED,
                        HIDA.id(),
                        "212172",
                        "石積みの学校",
                        "棚田の石積みを直す。",
                        null,
                        List.of("212172", "194425"),
                        List.of("19", "21"),
                        List.of(),
                        List.of(),
                        RelationClass.DIRECT_CONTRIBUTION,
                        Activity.VOLUNTEERING,
                        Mode.HYBRID,
                        15,
                        Selection.FIRST_COME,
                        OffsetDateTime.parse("2026-10-01T09:00:00+09:00"),
                        null,
                        program.sheet().startsOn(),
                        null,
                        List.of()));
    }

    private static Program in(ProgramState state) {
        Program program = Program.draft(HIDA, sheet("{}"), List.of(), NOW);
        if (state != ProgramState.DRAFT) {
            program.advance(Action.PUBLISH, NOW);
        }
        switch (state) {
            case DRAFT, PUBLISHED -> {}
            case CLOSED -> program.advance(Action.CLOSE, NOW);
            case DONE -> program.advance(Action.COMPLETE, NOW);
            case REMOVED -> program.advance(Action.REMOVE, NOW);
        }
        return program;
    }
}
