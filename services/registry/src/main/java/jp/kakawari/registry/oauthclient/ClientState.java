package jp.kakawari.registry.oauthclient;

/** How a client stands at the identity provider. */
enum ClientState {
    /** 未発行: waits for the admission */
    NONE,
    /** 反映待ち: what is wanted is not there yet */
    PENDING,
    /** 利用可 */
    READY,
    /** 停止中: gets no token */
    DISABLED
}
