package jp.kakawari.registry.personal;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.kakawari.registry.RegistryConfig;

/**
 * Keyed hashes (HMAC-SHA-256) that find and compare personal data without opening it. Each use hashes under its own
 * label, so that a value of one index says nothing about another. The first key writes; whoever looks something up asks
 * for the hashes of all keys, so that nothing is lost while a key changes.
 */
@Singleton
public class BlindIndex {

    /** Short, for there are several of each supporter; whoever shares one is compared anyway. */
    private static final int LIKENESS = 16;

    private final List<NumberedKey> keys;
    private final List<NumberedKey> otherKeys;

    BlindIndex(RegistryConfig config) {
        this.keys = NumberedKey.all("kakawari.registry.index-keys", config.indexKeys());
        this.otherKeys = keys.subList(1, keys.size());
    }

    /** How far a change of the index key has come here. */
    public KeyChange change() {
        return NumberedKey.change(keys);
    }

    /** Everything under which that supporter is found and counted, by the key that writes. */
    public Indexes of(UUID supporter, Personal personal) {
        return new Indexes(subjectKey(supporter, personal), email(personal.email()));
    }

    /**
     * Pseudonym of a person nationwide: from kana name, birth date and phone where all three are known, else from the
     * supporter's id, behind the number of the key and a point. It rather counts one person twice than takes two for one.
     */
    public String subjectKey(UUID supporter, Personal personal) {
        boolean known = personal.fullNameKana() != null && personal.birthDate() != null && personal.phone() != null;
        return known
                ? pseudonym(String.join(
                        "|", personal.fullNameKana(), personal.birthDate().toString(), personal.phone()))
                : subjectKeyOf(supporter);
    }

    /** Pseudonym of somebody of whom only the record is known. */
    public String subjectKeyOf(UUID supporter) {
        return pseudonym(supporter.toString());
    }

    /** Pseudonym of the person whom a decision made of several records and who is named after one of them. */
    public String personKey(UUID person) {
        return pseudonym("person", person.toString());
    }

    private String pseudonym(String subject) {
        return pseudonym("subject", subject);
    }

    private String pseudonym(String label, String subject) {
        return subjectKeyPrefix()
                + Base64.getUrlEncoder().withoutPadding().encodeToString(hash(keys.getFirst(), label, utf8(subject)));
    }

    /** Index of several attributes together, by which two records are likened; each use under a label of its own. */
    public byte[] likeness(String use, String... attributes) {
        byte[] hash = hash(keys.getFirst(), "likeness " + use, utf8(String.join("|", attributes)));
        return Arrays.copyOf(hash, LIKENESS);
    }

    /** The number of the key that writes. */
    public int writingKey() {
        return keys.getFirst().number();
    }

    /** What every pseudonym begins with that the key which writes has made. */
    public String subjectKeyPrefix() {
        return keys.getFirst().number() + ".";
    }

    /** Index of an e-mail address, whatever its case; null for none. */
    public byte[] email(String email) {
        return email == null ? null : hash(keys.getFirst(), "email", folded(email));
    }

    /** The indexes under which an e-mail address may stand: one for each key. */
    public List<byte[]> emails(String email) {
        return keys.stream().map(key -> hash(key, "email", folded(email))).toList();
    }

    /** Keyed hash of a one-time code for its owner. */
    public byte[] code(UUID owner, String code) {
        return code(keys.getFirst(), owner, code);
    }

    /** Whether that is the hash of this code, by whichever key; it takes as long for any other. */
    public boolean isCode(byte[] hash, UUID owner, String code) {
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(hash, code(key, owner, code)));
    }

    private static byte[] code(NumberedKey key, UUID owner, String code) {
        return hash(key, "code", utf8(owner + "|" + code));
    }

    /** Fingerprint of a record in canonical form, to see later whether it changed. */
    public byte[] contentHash(byte[] canonical) {
        return Fingerprint.of("content", canonical, keys.getFirst());
    }

    /** Fingerprint of a row of a list as it is spelt. */
    public byte[] rowHash(byte[] spelling) {
        return Fingerprint.of("row", spelling, keys.getFirst());
    }

    /** Whether that is the fingerprint of this record, by whichever key; null is of none. */
    public boolean isContent(byte[] contentHash, byte[] canonical) {
        return Fingerprint.is(contentHash, "content", canonical, keys);
    }

    /** The same for whoever has its {@link #contentHash} already. */
    public boolean isContent(byte[] contentHash, byte[] made, byte[] canonical) {
        return Arrays.equals(contentHash, made) || Fingerprint.is(contentHash, "content", canonical, otherKeys);
    }

    /** Whether that is the fingerprint of this row, whose {@link #rowHash} was made, by whichever key; null is of none. */
    public boolean isRow(byte[] rowHash, byte[] made, byte[] spelling) {
        return Arrays.equals(rowHash, made) || Fingerprint.is(rowHash, "row", spelling, otherKeys);
    }

    /** The same fingerprint by the key that writes, without knowing of what; null where its key is gone. */
    public byte[] rekeyed(byte[] fingerprint) {
        return Fingerprint.rekeyed(fingerprint, keys);
    }

    /** What every fingerprint begins with that the key which writes has made. */
    public byte[] fingerprintPrefix() {
        return Fingerprint.prefix(keys.getFirst());
    }

    private static byte[] hash(NumberedKey key, String label, byte[] value) {
        return NumberedKey.hmac(key.bytes(), utf8(label), new byte[1], value);
    }

    private static byte[] folded(String email) {
        return utf8(email.strip().toLowerCase(Locale.ROOT));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
