package jp.kakawari.catalog.program;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Municipality;
import jp.kakawari.japan.Prefecture;

/**
 * The prefectures that a program touches, two digits each, and the names of all its places. A prefecture's own program is
 * its prefecture's, whichever municipalities join; a nationwide one has no place.
 */
record Places(List<String> prefectures, List<String> names) {

    static Places of(List<String> municipalities, String hostGovernment) {
        SortedSet<Prefecture> prefectures = new TreeSet<>();
        LinkedHashSet<String> names = new LinkedHashSet<>();
        codes(municipalities, hostGovernment).forEach(code -> {
            prefectures.add(code.prefecture());
            Municipalities.byCode(code).map(Municipality::name).ifPresent(names::add);
        });
        prefectures.stream().map(Prefecture::ja).forEach(names::add);
        return new Places(prefectures.stream().map(Prefecture::number).toList(), List.copyOf(names));
    }

    private static Stream<LocalGovernmentCode> codes(List<String> municipalities, String hostGovernment) {
        Stream<LocalGovernmentCode> own = Stream.ofNullable(hostGovernment)
                .map(LocalGovernmentCode::new)
                .filter(LocalGovernmentCode::isPrefecture);
        return Stream.concat(municipalities.stream().map(LocalGovernmentCode::new), own);
    }
}
