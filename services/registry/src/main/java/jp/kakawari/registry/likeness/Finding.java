package jp.kakawari.registry.likeness;

/**
 * What comparing one attribute of two records may find, and how often: of records of one person, of two people of one
 * household, and of two strangers. The findings of an attribute add up to one in each column.
 *
 * <p>The shares of strangers follow from how common values are: of every thousand pairs of people about 3.5 share a family
 * name and 1.2 a given name as written (the most common ones, 佐藤 and 鈴木, are borne by about 15 in a thousand), and there
 * are some 25,000 birth dates among the living. Those of one person say how lists age: every second phone number or address
 * of e-mail differs, every fifth postal address. They are estimates of ours, set by hand and held by tests on synthetic
 * people; whoever has decided enough pairs may count them anew.
 */
enum Finding {
    FAMILY_NAME_SAME(0.92, 0.90, 0.0035),
    FAMILY_NAME_SOUNDS_SAME(0.02, 0.002, 0.0008),
    FAMILY_NAME_READ_DIFFERENTLY(0.01, 0.005, 0.0003),
    FAMILY_NAME_DIFFERENT(0.05, 0.093, 0.9954),

    GIVEN_NAME_SAME(0.945, 0.0005, 0.0012),
    GIVEN_NAME_SOUNDS_SAME(0.035, 0.0005, 0.002),
    GIVEN_NAME_READ_DIFFERENTLY(0.01, 0.0002, 0.0003),
    GIVEN_NAME_DIFFERENT(0.01, 0.9988, 0.9965),

    BIRTH_DATE_SAME(0.974, 0.01, 0.00004),
    /** Year, or month and day, differ: a slip of the pen, or an era misread. */
    BIRTH_DATE_CLOSE(0.025, 0.01, 0.006),
    BIRTH_DATE_DIFFERENT(0.001, 0.98, 0.99396),

    PHONE_SAME(0.5, 0.5, 0.000001),
    PHONE_DIFFERENT(0.5, 0.5, 0.999999),

    EMAIL_SAME(0.5, 0.3, 0.0000001),
    EMAIL_DIFFERENT(0.5, 0.7, 0.9999999),

    ADDRESS_SAME(0.7, 0.9, 0.000001),
    /** The same postal code, spelt in another way or next door. */
    ADDRESS_CLOSE(0.1, 0.05, 0.0001),
    ADDRESS_DIFFERENT(0.2, 0.05, 0.999899),

    GENDER_SAME(0.99, 0.45, 0.5),
    GENDER_DIFFERENT(0.01, 0.55, 0.5);

    final double ofOnePerson;
    final double ofOneHousehold;
    final double ofStrangers;

    Finding(double ofOnePerson, double ofOneHousehold, double ofStrangers) {
        this.ofOnePerson = ofOnePerson;
        this.ofOneHousehold = ofOneHousehold;
        this.ofStrangers = ofStrangers;
    }
}
