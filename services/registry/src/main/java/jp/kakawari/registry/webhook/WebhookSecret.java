package jp.kakawari.registry.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A receiver with its secret, which is never shown again. */
@Schema(description = "通知先と署名の鍵; the secret is shown this once")
record WebhookSecret(
        WebhookView webhook,

        @Schema(
                description = "署名の鍵 (Standard Webhooks): Base64 behind whsec_",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        String secret) {}
