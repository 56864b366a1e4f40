package jp.kakawari.registry.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.registry.mail.MailConfig;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.web.ETags;
import org.hibernate.exception.ConstraintViolationException;

/** A municipality says how often it writes to one person at most (配信頻度の上限); campaigns that follow keep to it. */
@ApplicationScoped
class PutMailPolicy {

    private final MailPolicies policies;
    private final ActiveMembers members;
    private final MailConfig config;

    PutMailPolicy(MailPolicies policies, ActiveMembers members, MailConfig config) {
        this.policies = policies;
        this.members = members;
        this.config = config;
    }

    @Transactional
    MailPolicyView put(String municipality, String ifMatch, MailPolicyRequest request) {
        members.callerMustBeActive();
        MailPolicy policy = policies.findById(municipality, LockModeType.PESSIMISTIC_WRITE);
        if (policy == null) {
            policy = new MailPolicy(municipality);
            policy.become(request);
            begin(policy);
        } else {
            ETags.mustMatch(ifMatch, policy.revision());
            policy.become(request);
        }
        return policy.view();
    }

    /** Somebody may have been faster: the database has the last word. */
    private void begin(MailPolicy policy) {
        try {
            policies.persistAndFlush(policy);
        } catch (ConstraintViolationException faster) {
            throw new RegisteredMeanwhile();
        }
    }

    @Transactional
    MailPolicyView read(String municipality) {
        return policies.findByIdOptional(municipality)
                .map(MailPolicy::view)
                .orElseGet(() -> new MailPolicyView(0, config.perMonth(), config.perYear()));
    }
}
