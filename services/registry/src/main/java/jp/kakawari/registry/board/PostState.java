package jp.kakawari.registry.board;

/** How a post stands (投稿の状態). */
enum PostState {
    /** 表示中 */
    VISIBLE,
    /** 非表示: by the moderators, with a reason; its author and they still read it */
    HIDDEN,
    /** 取下げ: by its author; its text is gone */
    WITHDRAWN
}
