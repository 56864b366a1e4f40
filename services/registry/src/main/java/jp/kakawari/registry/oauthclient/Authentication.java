package jp.kakawari.registry.oauthclient;

/** How a client shows who it is (クライアント認証). */
enum Authentication {
    /** 未設定: nobody has its secret */
    NONE,
    /** client_secret */
    SECRET,
    /** private_key_jwt */
    PRIVATE_KEY_JWT
}
