/**
 * Events out of one database and into another, at least once and in order per key.
 *
 * <p>A use case {@linkplain jp.kakawari.outbox.Outbox#append appends} an event inside its own transaction; after the
 * commit one relay per service takes it to Kafka as a CloudEvent in binary mode. A service that listens declares a
 * {@link jp.kakawari.outbox.Subscription}; duplicates and replays are harmless because its handler keeps only what is
 * newer than what it knows.
 */
package jp.kakawari.outbox;
