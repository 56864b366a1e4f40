package jp.kakawari.registry.personal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What names or reaches a supporter (個人情報). Every part may be absent; values are folded already (kana full-width, postal
 * code 7 digits, phone in national form). It never prints itself.
 *
 * @param address prefecture, municipality and street in one line, as on an envelope
 * @param snsAccount a handle on a social network, which may be all that is known
 * @param remarks what the municipality noted (備考)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Personal(
        String familyName,
        String givenName,
        String familyNameKana,
        String givenNameKana,
        String nickname,
        LocalDate birthDate,
        Gender gender,
        String postalCode,
        String address,
        String phone,
        String email,
        String snsAccount,
        String remarks) {

    /** Of whom nothing is known. */
    public static final Personal NONE =
            new Personal(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Of whom there is something of everything. */
    public static final Personal ALL =
            new Personal("", "", "", "", "", LocalDate.EPOCH, Gender.OTHER, "", "", "", "", "", "");

    public enum Gender {
        MALE("男性"),
        FEMALE("女性"),
        OTHER("その他");

        private final String ja;

        Gender(String ja) {
            this.ja = ja;
        }

        /** Japanese name. */
        public String ja() {
            return ja;
        }
    }

    /** Family and given name in kana without a space, or null when neither is known. */
    @JsonIgnore
    public String fullNameKana() {
        String joined = Objects.toString(familyNameKana, "") + Objects.toString(givenNameKana, "");
        return joined.isEmpty() ? null : joined;
    }

    @Override
    public String toString() {
        return "Personal[…]";
    }

    /** Which of the data there are: a bit for each, in their order. */
    public int parts() {
        Object[] all = {
            familyName,
            givenName,
            familyNameKana,
            givenNameKana,
            nickname,
            birthDate,
            gender,
            postalCode,
            address,
            phone,
            email,
            snsAccount,
            remarks
        };
        int parts = 0;
        for (int i = 0; i < all.length; i++) {
            parts |= all[i] == null ? 0 : 1 << i;
        }
        return parts;
    }
}
