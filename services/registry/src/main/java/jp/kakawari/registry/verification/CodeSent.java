package jp.kakawari.registry.verification;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a code is on its way. */
@Schema(name = "VerificationCodeSent", description = "確認コードの送信")
record CodeSent(@Schema(description = "有効期限") OffsetDateTime expiresAt) {}
