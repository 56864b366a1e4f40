package jp.kakawari.registry.scheme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.PageRequest;
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
        boolean stands =
                caller.supporter().map(me -> schemes.stands(me, scheme.code())).orElse(false);
        return view(scheme, stands);
    }

    /** Null asks for those of all municipalities. */
    List<SchemeView> page(LocalGovernmentCode municipality, PageRequest page) {
        return schemes.page(municipality, caller.supporter().orElse(null), page).entrySet().stream()
                .map(shown -> view(shown.getKey(), shown.getValue()))
                .toList();
    }

    private SchemeView view(Scheme scheme, boolean stands) {
        LocalDate today = LocalDate.now(clock);
        boolean runs = caller.is(Roles.MUNICIPALITY)
                && caller.government().filter(scheme.municipalities()::contains).isPresent();
        boolean mayApply = runs || caller.is(Roles.PARTNER) || caller.is(Roles.SUPPORTER) && !stands;
        return SchemeView.of(scheme, scheme.allowedActions(runs, mayApply, today), today);
    }
}
