package jp.kakawari.catalog.program;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.RelationClass;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.JapanTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a host writes about its program (募集要項). Municipality codes come out with six digits, times with +09:00; the
 * relation class follows from the activity where the survey settles it.
 */
@Embeddable
@Schema(description = "What a host writes about its program (募集要項)")
public record ProgramSheet(
        @Size(max = 100)
        @Schema(description = "The host's own number of it (管理番号), unique per host", examples = "H30-30")
        String sourceId,

        @NotBlank @Size(max = 200) @Schema(description = "タイトル", examples = "南小国観光まちづくりプロジェクト")
        String title,

        @NotBlank @Size(max = 4000) @Schema(description = "概要", examples = "選ばれた15人が参加費を払い4回の現地活動で実行案をつくる。")
        String summary,

        @Size(max = 500) @Schema(description = "対象者", examples = "観光・商品開発等の専門人材")
        String audience,

        @Size(max = 300) @Schema(description = "Where one meets (集合・開催場所)", examples = "南小国町観光協会")
        String place,

        @Size(max = 200)
        @Schema(
                description =
                        "All municipalities that it belongs to (市区町村コード); empty for a whole prefecture or the nation",
                examples = "[\"434230\"]")
        List<
                        @NotNull
                        @Pattern(
                                regexp = "[0-9]{6}",
                                message = "市区町村コードは検査数字を含む6桁です / not a 6-digit code with its check digit")
                        String>
                municipalities,

        @Size(max = 20) @Schema(description = "テーマ, in the region's own words", examples = "[\"温泉\", \"滞在型観光\"]")
        List<@NotBlank @Size(max = 50) String> themes,

        @Size(max = 20)
        @Schema(description = "活動, of the code list activities", examples = "[\"フィールドワーク\", \"ワークショップ\"]")
        List<@NotBlank @Size(max = 50) String> activities,

        @Size(max = 5)
        @Schema(description = "事業類型, of the code list scheme-types; several at once", examples = "[\"関係創出型\"]")
        List<@NotBlank @Size(max = 50) String> schemeTypes,

        @Enumerated(EnumType.STRING)
        @Schema(
                description = "関わり方の分類; may be left out where the activity settles it",
                examples = "DIRECT_CONTRIBUTION")
        RelationClass relationClass,

        @NotNull
        @Enumerated(EnumType.STRING)
        @Schema(description = "What taking part counts as (過ごし方)", examples = "TOWN_PLANNING")
        Activity activity,

        @NotNull @Enumerated(EnumType.STRING) @Schema(description = "参加形態", examples = "HYBRID")
        Mode mode,

        @PositiveOrZero @Schema(description = "参加費（円）", examples = "21600")
        Integer feeYen,

        @PositiveOrZero @Schema(description = "報酬（円）; 0 for none", examples = "0")
        Integer wageYen,

        @Size(max = 300) @Schema(description = "宿泊", examples = "宿泊費込み")
        String lodging,

        @Min(1) @Max(1_000_000) @Schema(description = "定員; absent for no limit", examples = "15")
        Integer capacity,

        @Min(1) @Max(1_000_000) @Schema(description = "最少催行人数", examples = "5")
        Integer minimum,

        @Enumerated(EnumType.STRING)
        @Schema(description = "選考方法; first come unless said otherwise", examples = "FIRST_COME")
        Selection selection,

        @Schema(description = "募集開始; absent for already open", examples = "2026-10-01T00:00:00+09:00")
        OffsetDateTime applicationOpens,

        @Schema(
                description = "募集終了: the first moment after it; absent for open end",
                examples = "2027-01-01T00:00:00+09:00")
        OffsetDateTime applicationCloses,

        @Schema(description = "開始日", examples = "2027-01-15")
        LocalDate startsOn,

        @Schema(description = "終了日", examples = "2027-03-15")
        LocalDate endsOn,

        @Size(max = 1000) @Schema(description = "What the region gives back (オカエシ)", examples = "黒川温泉の入湯手形")
        String offers,

        @Size(max = 1000)
        @Schema(description = "What the region asks for (地域の困りごと・弱さ)", examples = "観光の新しい稼ぎ方を一緒に考えてほしい")
        String asks,

        @Size(max = 10)
        @Schema(description = "Languages that it can be joined in (BCP 47)", examples = "[\"ja\", \"en\"]")
        List<
                        @NotNull
                        @Pattern(
                                regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*",
                                message = "BCP 47 の言語タグではありません / not a BCP 47 tag")
                        String>
                languages,

        @Size(max = 100) @Schema(description = "財源", examples = "地方創生推進交付金")
        String fundingSource,

        @Min(1989) @Max(2100) @Schema(description = "年度", examples = "2026")
        Integer fiscalYear,

        @Size(max = 500)
        @Pattern(regexp = "https?://[^\\s]+", message = "http または https の URL を指定してください / not an http(s) URL")
        @Schema(description = "The host's own page of it", examples = "https://www.town.minamioguni.lg.jp/")
        String url,

        @Schema(description = "The need (困りごと) that it answers", examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a344")
        UUID need,

        @Schema(
                description = "The firm that it is posted for (掲載を委ねた企業): a member that delegated PROGRAMS to the host",
                examples = "00000000-0000-7000-8000-00000000b001")
        UUID firm,

        @Size(max = 50)
        @Schema(
                description =
                        "Member organisations whose people alone may apply (対象団体), that is whom they registered; empty for everybody",
                examples = "[\"00000000-0000-7000-8000-00000000c019\"]")
        List<@NotNull UUID> openTo) {

    public ProgramSheet {
        municipalities = orEmpty(municipalities).stream()
                .map(ProgramSheet::sixDigits)
                .distinct()
                .toList();
        themes = distinct(themes);
        activities = distinct(activities);
        schemeTypes = distinct(schemeTypes);
        languages = distinct(languages);
        openTo = distinct(openTo);
        selection = selection == null ? Selection.FIRST_COME : selection;
        relationClass = relationClass == null && activity != null
                ? activity.relationClass().orElse(null)
                : relationClass;
        applicationOpens = JapanTime.of(applicationOpens);
        applicationCloses = JapanTime.of(applicationCloses);
    }

    private static <T> List<T> distinct(List<T> values) {
        return orEmpty(values).stream().distinct().toList();
    }

    private static <T> List<T> orEmpty(List<T> values) {
        return values == null ? List.of() : values;
    }

    // What can't be read stays as it is, for the validation to name its place.
    private static String sixDigits(String code) {
        try {
            return code == null ? null : LocalGovernmentCode.parse(code).value();
        } catch (IllegalArgumentException unreadable) {
            return code;
        }
    }
}
