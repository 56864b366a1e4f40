package jp.kakawari.outbox;

import java.util.List;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Topic;

/**
 * What a service wants to hear: an {@code @ApplicationScoped} bean, one per topic. Its {@code handle} is
 * {@code @Transactional}, works on the whole batch in sets, and may see an event twice, late or again from the start:
 * it keeps a state only if its revision is higher than the known one, and a fact only if its id is new.
 *
 * <p>When a batch fails, its halves are tried apart down to the single record; what still fails alone goes to the
 * service's dead-letter topic and the others go on. Trouble of the database itself only makes the subscription wait.
 */
public interface Subscription<E extends Event> {

    /** The topic to listen to. */
    Topic topic();

    /** The record that its bodies are read into. */
    Class<E> type();

    /**
     * Whether anybody waits for it just now. While nobody does, the topic isn't even fetched, and this is asked again
     * when something was sent, a few times in a second at most. Who has begun to wait gets all that is sent from then
     * on, and perhaps some that was sent before; so a no must be true when it is asked for, and may not be remembered.
     */
    default boolean heard() {
        return true;
    }

    /** Takes in a batch: the records of one key in the order in which they were sent. */
    void handle(List<Received<E>> batch);
}
