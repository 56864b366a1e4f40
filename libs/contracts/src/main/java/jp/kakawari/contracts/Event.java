package jp.kakawari.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What a service tells the others, carried as the body of a CloudEvent in binary mode. */
public interface Event {

    /** Topic without any namespace prefix, one of {@link Topic}. */
    @JsonIgnore
    Topic topic();

    /** Record key: the id of the aggregate, so that all states of one aggregate stay in order. */
    @JsonIgnore
    String key();

    /** CloudEvents {@code type}, for example {@code jp.kakawari.registry.supporter-changed.v1}. */
    @JsonIgnore
    String type();
}
