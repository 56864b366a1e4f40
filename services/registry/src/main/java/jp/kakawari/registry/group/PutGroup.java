package jp.kakawari.registry.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.ETags;
import jp.kakawari.web.InvalidBody;

/**
 * The secretariat or its owner states a group, or a new one (協議会・部会・ネットワークの登録・更新). Saying the same again changes nothing;
 * a change needs the revision that it replaces. Councils are made by the secretariat only, and a committee (部会) is hung under a
 * council by whoever may change that council.
 */
@ApplicationScoped
class PutGroup {

    private final Groups groups;
    private final Members members;
    private final GroupRights rights;
    private final ShowGroups showing;
    private final Clock clock;

    PutGroup(Groups groups, Members members, GroupRights rights, ShowGroups showing, Clock clock) {
        this.groups = groups;
        this.members = members;
        this.rights = rights;
        this.showing = showing;
        this.clock = clock;
    }

    @Transactional
    GroupView put(Slug code, GroupRequest request, String ifMatch) {
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
        return showing.one(group);
    }

    private void check(Slug code, GroupRequest request, Optional<Group> known) {
        boolean council =
                known.filter(group -> group.kind() == GroupKind.COUNCIL).isPresent();
        if (request.kind() == GroupKind.COUNCIL && !council && !rights.isSecretariat()) {
            throw new InvalidBody().at("/kind", "is made by the secretariat", "協議会は事務局が登録します");
        }
        if (request.kind() != GroupKind.COUNCIL && council && groups.hasCommittees(code)) {
            throw new InvalidBody().at("/kind", "has committees", "部会のある協議会の種別は変更できません");
        }
        if (code.equals(request.parent())) {
            throw new InvalidBody().at("/parent", "is the group itself", "自身を親にはできません");
        }
        boolean stays = known.filter(group -> Objects.equals(group.parent(), request.parentCode()))
                .isPresent();
        if (request.parent() != null && !stays) {
            mustHang(request.parent());
        }
        if (!members.isMember(request.owner())) {
            throw new InvalidBody().at("/owner", "is no member organisation", "会員団体ではありません");
        }
    }

    private void mustHang(Slug parent) {
        Group council = groups.held(parent)
                .filter(group -> group.kind() == GroupKind.COUNCIL && group.stands())
                .orElseThrow(() -> new InvalidBody().at("/parent", "is no council", "その協議会は登録されていません"));
        rights.mustChange(council);
    }
}
