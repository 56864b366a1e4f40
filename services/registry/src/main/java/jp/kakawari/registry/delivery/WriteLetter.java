package jp.kakawari.registry.delivery;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Municipality;
import jp.kakawari.registry.campaign.CampaignKind;
import jp.kakawari.registry.mail.Letter;
import jp.kakawari.registry.mail.MailConfig;

/** A campaign as one reader gets it: in English where they don't read Japanese first and it is there, with their own way out. */
@ApplicationScoped
class WriteLetter {

    private final Template japanese;
    private final Template english;
    private final MailConfig config;

    WriteLetter(
            @Location("mail/letter.txt") Template japanese,
            @Location("mail/letter_en.txt") Template english,
            MailConfig config) {
        this.japanese = japanese;
        this.english = english;
        this.config = config;
    }

    /** The words of a campaign. */
    record Words(String subject, String body, String subjectEn, String bodyEn) {}

    Letter to(Recipient recipient, Campaigning campaign, Words words) {
        boolean inEnglish = recipient.foreign() && words.subjectEn() != null;
        URI unsubscribe = link("/v1/unsubscriptions/", recipient);
        String text = (inEnglish ? english : japanese)
                .data("body", inEnglish ? words.bodyEn() : words.body())
                .data("sender", sender(campaign.municipality()))
                .data("answer", campaign.kind() == CampaignKind.SURVEY ? link("/v1/survey-answers/", recipient) : null)
                .data("unsubscribe", unsubscribe)
                .render();
        return new Letter(recipient.email(), inEnglish ? words.subjectEn() : words.subject(), text, unsubscribe);
    }

    private URI link(String path, Recipient recipient) {
        return config.linksAt().resolve(path + recipient.token().value());
    }

    static String sender(String municipality) {
        return Municipalities.byCode(LocalGovernmentCode.parse(municipality))
                .map(Municipality::name)
                .orElse(municipality);
    }
}
