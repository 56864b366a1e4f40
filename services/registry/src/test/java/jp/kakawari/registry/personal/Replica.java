package jp.kakawari.registry.personal;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What another replica, started with other keys, seals and indexes with. */
public record Replica(PersonalData personalData, BlindIndex index) {

    public static Replica with(ObjectMapper json, String... keys) {
        return new Replica(new PersonalData(Keys.of(keys), json), new BlindIndex(Keys.of(keys)));
    }
}
