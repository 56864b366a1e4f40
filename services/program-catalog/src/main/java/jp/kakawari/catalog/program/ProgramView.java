package jp.kakawari.catalog.program;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program as everybody may read it; its host also sees what it may do next. */
@Schema(description = "A program (受入プログラム)")
public record ProgramView(
        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a344")
        UUID id,

        @Schema(examples = "4") long revision,

        @Schema(examples = "PUBLISHED") ProgramState state,

        HostView host,

        @JsonUnwrapped ProgramSheet sheet,

        @Schema(
                description =
                        "What the organisations in openTo are called (対象団体の名称); absent where it is open to everybody")
        List<OpenTo> openToMembers,

        @Schema(description = "種類, of the code list types, implied by the activities", examples = "[\"project\"]")
        List<String> types,

        @Schema(description = "都道府県コード (2 digits) of all prefectures that it touches", examples = "[\"43\"]")
        List<String> prefectures,

        @Schema(examples = "2026-10-01T09:00:00+09:00") OffsetDateTime publishedAt,

        @Schema(description = "What the caller may do with it now; only for its host", examples = "[\"close\"]")
        List<Action> allowedActions)
        implements Revised {

    /** @param name absent as long as registry has not told all of them */
    @Schema(name = "ProgramOpenTo", description = "対象団体")
    record OpenTo(
            @Schema(examples = "00000000-0000-7000-8000-00000000c019")
            UUID id,

            @Schema(examples = "見本酒造") String name) {}

    private static List<OpenTo> openTo(Program program) {
        List<UUID> ids = program.sheet().openTo();
        return ids.isEmpty()
                ? null
                : IntStream.range(0, ids.size())
                        .mapToObj(place -> new OpenTo(
                                ids.get(place), program.openToName(place).orElse(null)))
                        .toList();
    }

    /** As everybody reads it. */
    public static ProgramView of(Program program, String hostName) {
        return of(program, hostName, null);
    }

    static ProgramView of(Program program, String hostName, List<Action> allowedActions) {
        return new ProgramView(
                program.id(),
                program.revision(),
                program.state(),
                HostView.of(program, hostName),
                program.sheet(),
                openTo(program),
                program.types(),
                program.prefectures(),
                JapanTime.of(program.publishedAt()),
                allowedActions);
    }
}
