package jp.kakawari.catalog.program;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who offers a program. */
@Schema(description = "Who offers the program and takes the applications (受入団体)")
public record HostView(
        @Schema(examples = "00000000-0000-7000-8000-000000434230")
        UUID id,

        @Schema(description = "市区町村・都道府県コード, where it is one", examples = "434230")
        String government,

        @Schema(examples = "南小国町") String name) {

    /** Its name as registry tells it; a government's is known anyway. */
    static HostView of(Program program, String name) {
        return new HostView(
                program.host(),
                program.hostGovernment(),
                name != null ? name : GovernmentName.of(program.hostGovernment()));
    }
}
