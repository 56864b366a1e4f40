package jp.kakawari.registry.oauthclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody gave out a code for a client, or authenticated it anew. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrganizationClientEvent", description = "クライアントの履歴: who gave out a code and who took a secret")
record ClientEvent(
        @Schema(examples = "2026-11-22T10:00:00+09:00") OffsetDateTime at,

        Action action,
        Through through,

        @Schema(
                description = "as the token says; absent for whoever had none",
                examples = "00000000-0000-7000-8000-000000005ec0")
        UUID organization,

        @Schema(
                description = "理由, of a code for a member that lost its secret or keys",
                examples = "担当者の異動でシークレットを紛失したため")
        String reason) {

    @Schema(
            name = "OrganizationClientAction",
            description =
                    "CODE_GIVEN 引換コードの発行, RECOVERY_CODE_GIVEN 紛失による引換コードの発行, SECRET_TAKEN シークレットの発行, KEYS_REGISTERED 公開鍵の登録")
    enum Action {
        CODE_GIVEN,
        RECOVERY_CODE_GIVEN,
        SECRET_TAKEN,
        KEYS_REGISTERED
    }

    @Schema(
            name = "OrganizationClientThrough",
            description = "APPLICATION 入会申請, SECRETARIAT 事務局, CODE 引換コード, TOKEN 団体のトークン")
    enum Through {
        APPLICATION,
        SECRETARIAT,
        CODE,
        TOKEN
    }
}
