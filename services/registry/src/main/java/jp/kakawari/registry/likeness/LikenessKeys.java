package jp.kakawari.registry.likeness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.personal.Personal;

/**
 * The keys under which whoever may be the same person is found: six pairs of attributes as keyed hashes, so that any one of
 * them may have changed, been misspelt or never been asked for. No key where a part is missing.
 */
@ApplicationScoped
public class LikenessKeys {

    private final BlindIndex index;

    LikenessKeys(BlindIndex index) {
        this.index = index;
    }

    public List<byte[]> of(Personal personal) {
        Features features = Features.of(personal);
        String kana = features.kana().whole();
        String birthDate =
                features.birthDate() == null ? null : features.birthDate().toString();
        List<byte[]> keys = new ArrayList<>(6);
        add(keys, "kana and birth date", kana, birthDate);
        add(keys, "kanji and birth date", features.kanji().whole(), birthDate);
        add(keys, "kana and phone", kana, features.phone());
        add(keys, "kana and e-mail", kana, features.email());
        add(keys, "phone and birth date", features.phone(), birthDate);
        add(keys, "e-mail and birth date", features.email(), birthDate);
        return keys;
    }

    private void add(List<byte[]> keys, String use, String one, String other) {
        if (one != null && other != null) {
            keys.add(index.likeness(use, one, other));
        }
    }
}
