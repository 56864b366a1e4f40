package jp.kakawari.catalog.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Roles;

/** Needs (困りごと) as whoever asks sees them: with the programs that answer them and what they themselves may do. */
@ApplicationScoped
class ShowNeeds {

    private final Needs needs;
    private final Caller caller;

    @Inject
    ShowNeeds(Needs needs, Caller caller) {
        this.needs = needs;
        this.caller = caller;
    }

    NeedView show(Need need) {
        return show(List.of(need)).get(need.id());
    }

    /** By their ids. */
    Map<UUID, NeedView> show(List<Need> shown) {
        Map<UUID, List<Answer>> answers =
                needs.answersTo(shown.stream().map(Need::id).toList());
        List<UUID> own = shown.stream().filter(this::isOwn).map(Need::id).toList();
        Set<UUID> referredTo = mayPost() ? needs.referredTo(own) : Set.of();
        return shown.stream()
                .collect(Collectors.toMap(
                        Need::id,
                        need -> NeedView.of(
                                need,
                                answers.getOrDefault(need.id(), List.of()),
                                own.contains(need.id()) && !referredTo.contains(need.id())
                                        ? List.of("withdraw")
                                        : List.of())));
    }

    /** Whether it answers everybody alike. */
    boolean toEverybody() {
        return caller.organization().isEmpty();
    }

    boolean isOwn(Need need) {
        return mayPost()
                && caller.organization().filter(need.postedBy()::equals).isPresent();
    }

    private boolean mayPost() {
        return caller.is(Roles.MUNICIPALITY) || caller.is(Roles.INTERMEDIARY);
    }
}
