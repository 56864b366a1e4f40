package jp.kakawari.registry.supporter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.registry.profile.Profile;

/**
 * How much of a profile is told (プロフィールの充実度): a name and an address are enough to begin with, the rest comes later.
 *
 * @param share 0 to 1, in hundredths
 * @param missing members of the profile that are not told yet
 */
record Completeness(double share, List<String> missing) {

    static Completeness of(Profile profile) {
        Map<String, Boolean> told = new LinkedHashMap<>();
        boolean person = profile.kind() != Kind.ORGANIZATION;
        told.put("familyName", profile.familyName() != null || !person && profile.nickname() != null);
        if (person) {
            told.put("givenName", profile.givenName() != null);
            told.put("familyNameKana", profile.familyNameKana() != null);
            told.put("birthDate", profile.birthDate() != null);
            told.put("languages", !profile.languages().isEmpty());
            told.put("mode", profile.mode() != null);
        }
        boolean abroad = profile.country() != null && !"JP".equals(profile.country());
        told.put("prefecture", abroad || profile.prefecture() != null);
        told.put("email", profile.email() != null);
        told.put("phone", profile.phone() != null);
        told.put("interests", !profile.interests().isEmpty());
        told.put("skills", !profile.skills().isEmpty());
        List<String> missing = told.entrySet().stream()
                .filter(entry -> !entry.getValue())
                .map(Map.Entry::getKey)
                .toList();
        return new Completeness(
                Math.round(100.0 * (told.size() - missing.size()) / told.size()) / 100.0, List.copyOf(missing));
    }
}
