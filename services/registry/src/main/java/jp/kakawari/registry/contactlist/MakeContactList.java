package jp.kakawari.registry.contactlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.audience.Segment;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;

/** A municipality says for what it needs addresses, and until when (名簿の作成); who is on it is read when it is taken out. */
@ApplicationScoped
class MakeContactList {

    private final ContactLists lists;
    private final ActiveMembers members;
    private final Caller caller;
    private final Clock clock;

    MakeContactList(ContactLists lists, ActiveMembers members, Caller caller, Clock clock) {
        this.lists = lists;
        this.members = members;
        this.caller = caller;
        this.clock = clock;
    }

    /** What is to be written, while it may be. */
    record Wanted(Channel channel, Segment segment) {}

    @Transactional
    ContactListView make(String municipality, ContactListRequest request) {
        members.callerMustBeActive();
        request.check(clock.instant());
        UUID maker = caller.organization().orElseThrow(NotYours::new);
        UUID id = NewId.next();
        ContactList list = new ContactList(id, municipality, request, maker, caller.subject(), clock.instant());
        lists.persist(list);
        return list.view(clock.instant());
    }

    @Transactional
    List<ContactListView> page(String municipality, PageRequest page) {
        return lists.page(municipality, page).stream()
                .map(list -> list.view(clock.instant()))
                .toList();
    }

    long count(String municipality) {
        return lists.countOf(municipality);
    }

    @Transactional
    ContactListView read(String municipality, UUID id) {
        return lists.of(municipality, id).view(clock.instant());
    }

    @Transactional
    Wanted wanted(String municipality, UUID id) {
        members.callerMustBeActive();
        ContactList list = lists.of(municipality, id);
        list.mustNotBeExpired(clock.instant());
        return new Wanted(list.channel(), list.segment());
    }
}
