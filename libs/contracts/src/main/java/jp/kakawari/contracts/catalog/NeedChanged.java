package jp.kakawari.contracts.catalog;

import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.Removable;
import jp.kakawari.contracts.Topic;

/**
 * A posted need (困りごと); it is public and says nothing of a person.
 *
 * @param postedBy member organisation that posted it
 * @param municipality 6-digit code of the municipality that needs help
 * @param skills what helpers should be able to do (できること), free words as in a supporter's; empty where anybody can help
 * @param mode how one would help, null when not said
 */
public record NeedChanged(
        UUID id,
        long revision,
        State state,
        UUID postedBy,
        String municipality,
        String title,
        String description,
        List<String> skills,
        Mode mode)
        implements Removable {

    public enum State {
        POSTED,
        /** 取り下げ */
        REMOVED
    }

    /** What is told of a withdrawn one, and what a tombstone tells whoever missed that: nothing else. */
    public static NeedChanged removed(UUID id, long revision) {
        return new NeedChanged(id, revision, State.REMOVED, null, null, null, null, List.of(), null);
    }

    @Override
    public Topic topic() {
        return Topic.CATALOG_NEED;
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String type() {
        return "jp.kakawari.catalog.need-changed.v1";
    }
}
