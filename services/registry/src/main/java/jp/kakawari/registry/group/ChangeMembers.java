package jp.kakawari.registry.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.ToIntFunction;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.ETags;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotFound;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The secretariat or the group's owner says who belongs to it (会員名簿の更新): all at once, or one organisation. What is wrong
 * with one entry refuses all. Who is suspended, and so not shown, stays through a new list; only the chair goes over to
 * whom the list gives it. A change raises the group's revision, which guards against changes of others.
 */
@ApplicationScoped
class ChangeMembers {

    private final Groups groups;
    private final Members members;
    private final GroupRights rights;
    private final Clock clock;

    ChangeMembers(Groups groups, Members members, GroupRights rights, Clock clock) {
        this.groups = groups;
        this.members = members;
        this.rights = rights;
        this.clock = clock;
    }

    /** Answers the group's revision. */
    @Transactional
    long replaceAll(Slug code, MemberList list, String ifMatch) {
        list.check();
        return change(code, ifMatch, group -> {
            mustBeFit(list, true);
            int gone = members.keepOnly(code, list.members());
            int vacated = list.hasChair() ? members.vacateChair(code, list.members()) : 0;
            return gone + vacated + put(code, list);
        });
    }

    /** Answers the group's revision. */
    @Transactional
    long put(Slug code, UUID organization, MemberRequest request, String ifMatch) {
        MemberList one = MemberList.of(organization, request);
        return change(code, ifMatch, group -> {
            mustBeFit(one, false);
            return put(code, one);
        });
    }

    /** Answers the group's revision. */
    @Transactional
    long remove(Slug code, UUID organization, String ifMatch) {
        return change(code, ifMatch, group -> {
            if (!members.remove(code, organization)) {
                throw new NotFound();
            }
            return 1;
        });
    }

    private long change(Slug code, String ifMatch, ToIntFunction<Group> change) {
        Group group = groups.held(code).orElseThrow(NotFound::new);
        rights.mustChange(group);
        group.mustStand();
        ETags.mustMatch(ifMatch, group.revision());
        if (change.applyAsInt(group) > 0) {
            group.touch(clock.instant());
        }
        return group.revision();
    }

    private int put(Slug code, MemberList list) {
        try {
            return members.put(code, list.members());
        } catch (ConstraintViolationException second) {
            throw new ChairTaken();
        }
    }

    private void mustBeFit(MemberList list, boolean inList) {
        members.unfit(list.members()).ifPresent(place -> {
            boolean asGovernment = list.members().get(place).memberClass() == MemberClass.GOVERNMENT;
            throw new InvalidBody()
                    .at(
                            inList ? "/members/" + place + "/organization" : "/memberClass",
                            asGovernment ? "is no government that is a member" : "is no member organisation",
                            asGovernment ? "会員である自治体ではありません" : "会員団体ではありません");
        });
    }
}
