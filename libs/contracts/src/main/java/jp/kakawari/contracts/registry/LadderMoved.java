package jp.kakawari.contracts.registry;

import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.Removable;
import jp.kakawari.contracts.Topic;

/**
 * Somebody came to another step of a municipality's own ladder (関わりの階梯・段階の移動). It never changes, and is removed when it was
 * told by mistake or the supporter is removed.
 *
 * @param municipality 6-digit code
 * @param from code of the step before, null for their first one
 * @param to code of the step
 * @param movedOn day in Japan
 */
public record LadderMoved(
        UUID id,
        long revision,
        State state,
        UUID supporter,
        String municipality,
        String from,
        String to,
        LocalDate movedOn)
        implements Removable {

    public enum State {
        MADE,
        REMOVED
    }

    /** What a tombstone tells whoever missed the state before it: nothing else. */
    public static LadderMoved removed(UUID id, long revision) {
        return new LadderMoved(id, revision, State.REMOVED, null, null, null, null, null);
    }

    @Override
    public Topic topic() {
        return Topic.REGISTRY_LADDER;
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String type() {
        return "jp.kakawari.registry.ladder-moved.v1";
    }
}
