package jp.kakawari.registry.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** How many mailings of a municipality one person gets at most (配信頻度の上限), as it says itself. */
@Entity
class MailPolicy {

    @Id
    private String municipality;

    private long revision;
    private int perMonth;
    private int perYear;

    protected MailPolicy() {}

    MailPolicy(String municipality) {
        this.municipality = municipality;
    }

    void become(MailPolicyRequest request) {
        perMonth = request.perMonth();
        perYear = request.perYear();
        revision++;
    }

    MailPolicyView view() {
        return MailPolicyView.of(revision, perMonth, perYear);
    }

    long revision() {
        return revision;
    }
}
