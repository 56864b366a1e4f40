package jp.kakawari.registry.audience;

import jp.kakawari.registry.terms.Purpose;

/**
 * What somebody agreed to be written to about (配信の同意): the one place that asks. Parcels and calls after a disaster need
 * a consent to just that. Of surveys what they decided holds; where they decided nothing, the メール配信同意 of the tie does.
 */
public enum Permission {
    /** 便り・メルマガ */
    MAIL(Purpose.MAIL),
    /** 郵送 */
    POSTAL(Purpose.POSTAL),
    /** 災害時の呼びかけ */
    DISASTER_CALL(Purpose.DISASTER_CALL),
    /** アンケート */
    RESEARCH(Purpose.RESEARCH);

    private final Purpose purpose;

    Permission(Purpose purpose) {
        this.purpose = purpose;
    }

    Purpose purpose() {
        return purpose;
    }

    /** The condition on {@code tie t join supporter s} under which it is given; by no minor without a guardian (保護者の同意). */
    public String given() {
        return "(not s.guardian_missing and " + agreed() + ")";
    }

    private String agreed() {
        return switch (this) {
            case MAIL -> "t.mail_consent";
            case POSTAL, DISASTER_CALL -> decided("false");
            case RESEARCH -> decided("t.mail_consent");
        };
    }

    private String decided(String otherwise) {
        return """
                coalesce((select c.state = 'GIVEN' from consent c
                          where c.supporter = t.supporter and c.recipient = t.municipality and c.purpose = '%s'),
                         %s)""".formatted(purpose.name(), otherwise);
    }
}
