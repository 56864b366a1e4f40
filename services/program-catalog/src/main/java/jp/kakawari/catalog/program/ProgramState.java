package jp.kakawari.catalog.program;

import static jp.kakawari.catalog.program.Action.CLOSE;
import static jp.kakawari.catalog.program.Action.COMPLETE;
import static jp.kakawari.catalog.program.Action.PUBLISH;
import static jp.kakawari.catalog.program.Action.REMOVE;
import static jp.kakawari.catalog.program.Action.REPORT;
import static jp.kakawari.catalog.program.Action.REVISE;

import java.util.List;

/** From draft to done (下書き・募集中・募集終了・実施済み・削除), and what may be done in each state. */
public enum ProgramState {
    DRAFT(REVISE, PUBLISH, REMOVE),
    PUBLISHED(REVISE, CLOSE, COMPLETE, REPORT, REMOVE),
    CLOSED(REVISE, PUBLISH, COMPLETE, REPORT, REMOVE),
    DONE(REPORT, REMOVE),
    REMOVED();

    private final List<Action> allowed;

    ProgramState(Action... allowed) {
        this.allowed = List.of(allowed);
    }

    List<Action> allowedActions() {
        return allowed;
    }

    /** Whether everybody may read it. */
    boolean isPublic() {
        return this != DRAFT && this != REMOVED;
    }
}
