package jp.kakawari.registry.sync;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import jp.kakawari.registry.roster.Column;
import jp.kakawari.registry.roster.Columns;
import jp.kakawari.registry.roster.Format;
import jp.kakawari.registry.roster.Limits;
import jp.kakawari.registry.roster.Roster;

/**
 * A list on its way in.
 *
 * @param bytes how long it will be; null where that is not announced, or doesn't tell how far its rows have come
 */
record Incoming(Format format, Long bytes, DigestInputStream body) {

    static Incoming of(Format format, Long bytes, InputStream body) {
        try {
            return new Incoming(format, bytes, new DigestInputStream(body, MessageDigest.getInstance("SHA-256")));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Roster read(Columns kind, Map<String, Column> mapping, Limits limits) {
        return new Roster(format, body, kind, mapping, limits);
    }

    /** Once it is read to its end. */
    Sent sent(String kind, SyncOptions options) {
        return new Sent(kind, HexFormat.of().formatHex(body.getMessageDigest().digest()), options);
    }
}
