package jp.kakawari.registry.oauthclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A client as its organisation and the secretariat see it: never with its secret. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrganizationClient", description = "API利用クライアント: OAuth 2.0 client credentials of a member organisation")
record ClientView(
        @Schema(examples = "member-01938f6f-5b00-7d10-8a77-c5b0e1f2a3c1")
        String clientId,

        @Schema(examples = "2") long revision,

        @Schema(
                description = "OpenID Connect issuer where it gets its tokens",
                examples = "https://id.example.jp/realms/kakawari")
        String issuer,

        @Schema(description = "ロール, follows from the type of the organisation", examples = "intermediary")
        String role,

        @Schema(examples = "[\"registry:read\", \"registry:write\"]")
        List<String> scopes,

        @Schema(description = "NONE 未発行, PENDING 反映待ち, READY 利用可, DISABLED 停止中", examples = "READY")
        ClientState state,

        @Schema(description = "NONE 未設定, SECRET, PRIVATE_KEY_JWT", examples = "SECRET")
        Authentication authentication,

        @Schema(
                description = "why the last attempt to reach the identity provider failed; it is tried again",
                examples = "unreachable")
        String failure,

        @Schema(description = "what may be done: issue-secret, register-keys", examples = "[\"issue-secret\"]")
        List<String> allowedActions,

        @Schema(description = "クライアントの履歴: the latest first, at most 50")
        List<ClientEvent> history) {}
