package jp.kakawari.registry.opinion;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an opinion stands. */
@Schema(description = "POSTED 受付, ANSWERED 回答済み")
enum OpinionState {
    POSTED,
    ANSWERED;

    /** An answer may be put better. */
    List<String> allowedActions() {
        return List.of("answer");
    }
}
