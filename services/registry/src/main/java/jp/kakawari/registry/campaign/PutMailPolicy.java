package jp.kakawari.registry.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.registry.mail.MailConfig;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.web.ETags;

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
            RegisteredMeanwhile.unlessFirst(policies::persistAndFlush, policy);
        } else {
            ETags.mustMatch(ifMatch, policy.revision());
            policy.become(request);
        }
        return policy.view();
    }

    @Transactional
    MailPolicyView read(String municipality) {
        return policies.findByIdOptional(municipality)
                .map(MailPolicy::view)
                .orElseGet(() -> MailPolicyView.of(0, config.perMonth(), config.perYear()));
    }
}
