package jp.kakawari.registry.terms;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of somebody's data is given together (提供項目). */
@Schema(name = "ConsentField", description = "提供項目, see /v1/code-lists/consent-fields")
public enum FieldGroup {
    NAME("氏名・呼び名", "names"),
    CONTACT("メール・電話・SNS", "e-mail, phone and SNS account"),
    ADDRESS("住所", "address"),
    BIRTH("生年月日・性別", "birth date and gender"),
    PROFILE("関心・できること・参加形態", "interests, skills and mode"),
    ENGAGEMENTS("関わりの記録の集計", "sums of what they did");

    private final String ja;
    private final String en;

    FieldGroup(String ja, String en) {
        this.ja = ja;
        this.en = en;
    }

    /** In the order in which they stand here, each once; of nothing, nothing. */
    public static List<FieldGroup> sorted(List<FieldGroup> given) {
        return given == null ? List.of() : given.stream().distinct().sorted().toList();
    }

    public static List<FieldGroup> named(List<String> names) {
        return sorted(names.stream().map(FieldGroup::valueOf).toList());
    }

    public static String[] names(List<FieldGroup> groups) {
        return groups.stream().map(FieldGroup::name).toArray(String[]::new);
    }

    /** The Japanese name. */
    public String ja() {
        return ja;
    }

    /** The English name. */
    public String en() {
        return en;
    }
}
