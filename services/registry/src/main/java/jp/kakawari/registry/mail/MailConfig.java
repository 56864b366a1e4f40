package jp.kakawari.registry.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;

/** What an operator may set about mail; server, port, user and TLS are those of {@code quarkus.mailer}. */
@ConfigMapping(prefix = "kakawari.mail")
public interface MailConfig {

    /** Where people reach this service: links in mail begin with it. */
    @WithDefault("http://localhost:8081")
    URI linksAt();

    /** Whether this process sends campaigns. */
    @WithDefault("true")
    boolean send();

    /** How often it is looked whether a campaign or a digest is due. */
    @WithDefault("2s")
    String lookedEvery();

    /** How many mailings of one municipality a person gets in a month, where the municipality says nothing else. */
    @Min(1)
    @WithDefault("4")
    int perMonth();

    /** And in a year. */
    @Min(1)
    @WithDefault("24")
    int perYear();

    /** How many letters are on their way to the mail server at once; as many may be unknown after a crash; at most
     * {@code quarkus.mailer.max-pool-size}. */
    @Min(1)
    @Max(100)
    @WithDefault("20")
    int atOnce();

    /** How long it may take to be connected to the mail server; where it takes longer nothing is handed to it. */
    @WithDefault("10s")
    Duration connectWithin();

    /** How long the mail server may take with one letter. */
    @WithDefault("30s")
    Duration within();
}
