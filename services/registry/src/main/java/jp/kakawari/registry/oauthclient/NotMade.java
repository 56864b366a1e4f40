package jp.kakawari.registry.oauthclient;

/** The identity provider was not reached, or refused; what it says of it names no secret. */
class NotMade extends Exception {

    private static final long serialVersionUID = 1;

    NotMade(String why) {
        super(why);
    }
}
