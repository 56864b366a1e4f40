package jp.kakawari.registry.scheme;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who may join a scheme, and how (入会の条件). What is absent asks nothing. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "入会の条件; a policy without it takes members from lists only")
public record JoiningRules(
        @Valid @Schema(description = "居住地の条件") Residence residence,
        @Valid @Schema(description = "誓約") Pledge pledge,

        @Size(max = 20) @Schema(description = "質問票: who answers otherwise is not admitted")
        List<@NotNull @Valid Question> questions,

        @Schema(description = "連絡先の確認: an SNS account alone is not enough", examples = "true")
        Boolean identified,

        @Schema(description = "審査: a municipality that runs the scheme admits each applicant", examples = "false")
        Boolean approval,

        @Min(1) @Max(100) @Schema(description = "同じ制度群で一人が入会できる数の上限", examples = "3")
        Integer perPerson,

        @Min(1) @Max(10_000_000) @Schema(description = "定員: active members at most", examples = "100000")
        Integer members,

        @Pattern(regexp = "[A-Z0-9-]{0,20}#{1,12}")
        @Schema(description = "会員証番号の形: as many digits as there are #", examples = "HFC-######")
        String numbers,

        @Min(1)
        @Max(366)
        @Schema(description = "更新できる期間: days before the validity is over; 60 if absent", examples = "60")
        Integer renewableDays) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PREFECTURES = 47;

    /** Codes of two digits are prefectures, of six digits municipalities. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ResidenceRule", description = "居住地の条件")
    public record Residence(
            @Size(max = 200) @Schema(description = "居住者が入会できない都道府県・市町村", examples = "[\"212172\"]")
            List<@NotNull @Pattern(regexp = "[0-9]{2}|[0-9]{6}") String> excluded,

            @Size(max = 200) @Schema(description = "居住者だけが入会できる都道府県・市町村")
            List<@NotNull @Pattern(regexp = "[0-9]{2}|[0-9]{6}") String> required,

            @Schema(description = "入会先の自治体の住民を除く", examples = "true")
            Boolean notOwn) {}

    /** What an applicant accepts. */
    @Schema(name = "Pledge", description = "誓約")
    public record Pledge(
            @NotBlank @Size(max = 40) @Schema(examples = "1")
            String version,

            @NotBlank @Size(max = 4000) @Schema(examples = "一、町を応援します。")
            String text) {}

    /** A question with the answers that admit. */
    @Schema(name = "JoiningQuestion", description = "質問と、入会できる回答")
    public record Question(
            @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 40) @Schema(examples = "intent")
            String code,

            @NotBlank @Size(max = 400) @Schema(examples = "移住を考えていますか")
            String ja,

            @Size(max = 400) @Schema(examples = "Do you think of moving here?")
            String en,

            @NotEmpty @Size(max = 20) @Schema(examples = "[\"yes\",\"maybe\",\"no\"]")
            List<@NotBlank @Size(max = 40) String> choices,

            @NotEmpty @Size(max = 20) @Schema(examples = "[\"yes\",\"maybe\"]")
            List<@NotBlank @Size(max = 40) String> admits,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Valid
            @Schema(description = "統計項目: what is kept of the answer, for sums only; absent: nothing")
            Statistic statistic) {}

    /** What of an answer is kept, as yes or no, to be counted and never to be read of one person. */
    @Schema(name = "JoiningStatistic", description = "回答から残す統計項目")
    public record Statistic(
            @NotNull @Schema(description = "MIGRATION_INTENT 移住の意向", examples = "MIGRATION_INTENT")
            Attribute attribute,

            @NotEmpty @Size(max = 20) @Schema(description = "answers that mean yes", examples = "[\"yes\"]")
            List<@NotBlank @Size(max = 40) String> when) {}

    /** What can be counted of members besides what is known of them anyway. */
    public enum Attribute {
        /** 移住の意向 */
        MIGRATION_INTENT
    }

    void check(String family) {
        if (perPerson != null && family == null) {
            throw wrong("/perPerson", "needs the family of the scheme", "family（制度群）も指定してください");
        }
        if (residence != null) {
            check(residence.excluded(), "/residence/excluded/");
            check(residence.required(), "/residence/required/");
        }
        Set<String> codes = new HashSet<>();
        for (int place = 0; place < asked().size(); place++) {
            Question question = asked().get(place);
            if (!codes.add(question.code())) {
                throw wrong("/questions/" + place, "has the code of another question", "コードが他の質問と同じです");
            }
            if (!question.choices().containsAll(question.admits())) {
                throw wrong("/questions/" + place + "/admits", "must be among the choices", "choices にない回答です");
            }
            if (question.statistic() != null
                    && !question.choices().containsAll(question.statistic().when())) {
                throw wrong("/questions/" + place + "/statistic/when", "must be among the choices", "choices にない回答です");
            }
        }
    }

    private static void check(List<String> codes, String at) {
        for (int place = 0; codes != null && place < codes.size(); place++) {
            if (!exists(codes.get(place))) {
                throw wrong(at + place, "is no municipality or prefecture of today", "現存する都道府県・市町村のコードではありません");
            }
        }
    }

    private static boolean exists(String code) {
        if (code.length() == 2) {
            int number = Integer.parseInt(code);
            return number >= 1 && number <= PREFECTURES;
        }
        try {
            return Municipalities.byCode(LocalGovernmentCode.parse(code)).isPresent();
        } catch (IllegalArgumentException noCode) {
            return false;
        }
    }

    private static RuntimeException wrong(String at, String en, String ja) {
        return new InvalidBody().at("/policy/joining" + at, en, ja);
    }

    /** The questions; none where there are none. */
    public List<Question> asked() {
        return questions == null ? List.of() : questions;
    }

    public boolean needsApproval() {
        return Boolean.TRUE.equals(approval);
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static JoiningRules parse(String json) {
        try {
            return json == null ? null : JSON.readValue(json, JoiningRules.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the rules of joining can't be read", broken);
        }
    }
}
