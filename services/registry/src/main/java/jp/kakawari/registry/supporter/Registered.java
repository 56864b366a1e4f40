package jp.kakawari.registry.supporter;

import java.util.UUID;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a registration: nothing that the caller didn't know but the id. */
@Schema(description = "登録結果")
public record Registered(UUID id, @Schema(examples = "1") long revision) implements Revised {}
