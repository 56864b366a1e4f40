package jp.kakawari.registry.announcement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who may read an announcement. */
@Schema(description = "PUBLIC 公開, SUPPORTERS 関係人口, MEMBERS 制度の会員")
enum AnnouncedTo {
    PUBLIC,
    SUPPORTERS,
    MEMBERS
}
