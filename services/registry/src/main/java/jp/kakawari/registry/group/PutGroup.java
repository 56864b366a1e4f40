package jp.kakawari.registry.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import jp.kakawari.web.ETags;
import jp.kakawari.web.InvalidBody;

/**
 * The secretariat or its owner states a group, or a new one (協議会・部会・ネットワークの登録・更新). Saying the same again changes nothing;
 * a change needs the revision that it replaces. Councils are made by the secretariat only.
 */
@ApplicationScoped
class PutGroup {

    private final Groups groups;
    private final Members members;
    private final GroupRights rights;
    private final Clock clock;

    PutGroup(Groups groups, Members members, GroupRights rights, Clock clock) {
        this.groups = groups;
        this.members = members;
        this.rights = rights;
        this.clock = clock;
    }

    @Transactional
    GroupView put(GroupCode code, GroupRequest request, String ifMatch) {
        Optional<Group> known = groups.held(code);
        known.ifPresent(rights::mustChange);
        rights.mustSpeakFor(request.owner());
        request.check();
        check(code, request, known);
        Group group = known.orElseGet(() -> new Group(code));
        long before = group.revision();
        if (group.become(request, clock.instant())) {
            if (known.isPresent()) {
                ETags.mustMatch(ifMatch, before);
            }
            groups.save(group);
        }
        return GroupView.of(group);
    }

    private void check(GroupCode code, GroupRequest request, Optional<Group> known) {
        boolean council =
                known.filter(group -> group.kind() == GroupKind.COUNCIL).isPresent();
        if (request.kind() == GroupKind.COUNCIL && !council && !rights.isSecretariat()) {
            throw new InvalidBody().at("/kind", "is made by the secretariat", "協議会は事務局が登録します");
        }
        if (code.equals(request.parent())) {
            throw new InvalidBody().at("/parent", "is the group itself", "自身を親にはできません");
        }
        if (!members.isMember(request.owner())) {
            throw new InvalidBody().at("/owner", "is no member organisation", "会員団体ではありません");
        }
    }
}
