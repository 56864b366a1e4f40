package jp.kakawari.registry.scheme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Roles;

/** Schemes as whoever asks sees them (会員制度の表示): with what they themselves may do now. */
@ApplicationScoped
class ShowSchemes {

    private final Schemes schemes;
    private final Caller caller;
    private final Clock clock;

    ShowSchemes(Schemes schemes, Caller caller, Clock clock) {
        this.schemes = schemes;
        this.caller = caller;
        this.clock = clock;
    }

    SchemeView show(Scheme scheme) {
        return show(List.of(scheme)).getFirst();
    }

    List<SchemeView> show(List<Scheme> shown) {
        LocalDate today = LocalDate.now(clock);
        String own = caller.is(Roles.MUNICIPALITY) ? caller.government().orElse(null) : null;
        Set<String> standing = caller.supporter()
                .map(me -> schemes.standing(me, shown.stream().map(Scheme::code).toList()))
                .orElse(Set.of());
        return shown.stream()
                .map(scheme -> {
                    boolean runs = own != null && scheme.municipalities().contains(own);
                    return SchemeView.of(
                            scheme, scheme.allowedActions(runs, runs || mayApply(scheme, standing), today), today);
                })
                .toList();
    }

    private boolean mayApply(Scheme scheme, Set<String> standing) {
        return caller.is(Roles.PARTNER) || caller.is(Roles.SUPPORTER) && !standing.contains(scheme.code());
    }
}
