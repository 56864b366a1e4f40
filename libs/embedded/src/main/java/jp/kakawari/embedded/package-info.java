/**
 * Real PostgreSQL, Kafka, Keycloak and SMTP as child processes of this machine, without a container engine.
 *
 * <p>Tests share one running set per Maven run through {@link jp.kakawari.embedded.Parts}; a local run owns its set
 * through {@link jp.kakawari.embedded.LocalParts}. A Quarkus test says {@code @WithTestResource(PartsResource.class)}.
 */
package jp.kakawari.embedded;
