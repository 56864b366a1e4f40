package jp.kakawari.web;

/** The roles a token may carry, for {@code @RolesAllowed}. */
public final class Roles {
    /** 事務局: sees sums, never a person. */
    public static final String SECRETARIAT = "secretariat";
    /** 都道府県: sees sums of its municipalities. */
    public static final String PREFECTURE = "prefecture";
    /** 市区町村: sees its own ties. */
    public static final String MUNICIPALITY = "municipality";
    /** 中間支援組織: sees what a delegation grants. */
    public static final String INTERMEDIARY = "intermediary";
    /** 連携事業者: an app or company that calls for its users. */
    public static final String PARTNER = "partner";
    /** 関係人口の本人: a person who signs in. */
    public static final String SUPPORTER = "supporter";
    /** 運用者: decides for the platform on what no member may know; sees neither a person nor a municipality. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
