package jp.kakawari.syncclient;

import java.io.IOException;

/** No answer of whom was asked, with a message for the user; worth asking again. */
final class Lost extends IOException {

    private static final long serialVersionUID = 1;

    Lost(String message) {
        super(message);
    }
}
