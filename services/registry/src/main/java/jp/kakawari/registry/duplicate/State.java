package jp.kakawari.registry.duplicate;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was decided on two records (名寄せの判断). */
@Schema(name = "DuplicateState", description = "名寄せの判断: OPEN 未判断, MERGED 同一人, DISTINCT 別人")
public enum State {
    /** Nothing yet (未判断). */
    OPEN("decide"),
    /** One person (同一人): they count as one. */
    MERGED("undo"),
    /** Two people (別人): they count as two and are not proposed again. */
    DISTINCT("undo");

    private final List<String> allowedActions;

    State(String allowedAction) {
        this.allowedActions = List.of(allowedAction);
    }

    List<String> allowedActions() {
        return allowedActions;
    }
}
