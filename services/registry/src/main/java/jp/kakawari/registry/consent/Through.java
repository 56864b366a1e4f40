package jp.kakawari.registry.consent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Through what a consent was told (同意の経路). */
@Schema(
        name = "ConsentThrough",
        description =
                "SELF 本人, UNSUBSCRIBE 配信停止, PAPER 書面, PHONE 電話, IN_PERSON 対面, REGISTRATION 登録, LIST 名簿, GUARDIAN 保護者, ERASURE 消去")
public enum Through {
    /** 本人: by the person's own token. */
    SELF,
    /** 配信停止: the person, by the link in a mail. */
    UNSUBSCRIBE,
    /** 書面: on paper, recorded by whoever registered them. */
    PAPER,
    /** 電話. */
    PHONE,
    /** 対面. */
    IN_PERSON,
    /** 登録: with a registration that an organisation made. */
    REGISTRATION,
    /** 名簿・記録の一括登録: by a municipality's list or ledger. */
    LIST,
    /** 保護者: by the guardian of a minor. */
    GUARDIAN,
    /** 消去: the record was removed. */
    ERASURE;

    /** Whether the person said so themself, which nobody else undoes. */
    boolean byPerson() {
        return this == SELF || this == UNSUBSCRIBE;
    }

    /** Whether whoever registered somebody may say that they were told so. */
    boolean byRegistrant() {
        return this == PAPER || this == PHONE || this == IN_PERSON;
    }
}
