package jp.kakawari.registry.scheme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.web.ETags;
import jp.kakawari.web.InvalidBody;

/**
 * A municipality states a scheme that it runs, or a new one (会員制度の登録・更新). Saying the same again changes nothing; a change
 * needs the revision that it replaces, and another policy is a new version beside the old ones.
 */
@ApplicationScoped
class PutScheme {

    private final Schemes schemes;
    private final ShowSchemes showing;
    private final Clock clock;

    PutScheme(Schemes schemes, ShowSchemes showing, Clock clock) {
        this.schemes = schemes;
        this.showing = showing;
        this.clock = clock;
    }

    @Transactional
    SchemeView put(String municipality, SchemeCode code, SchemeRequest request, String ifMatch) {
        Optional<Scheme> known = schemes.held(code);
        Scheme scheme = known.orElseGet(() -> new Scheme(code));
        scheme.mustBeRunBy(municipality);
        request.check();
        if (!request.codes().contains(municipality)) {
            throw new InvalidBody().at("/municipalities", "must name you too", "あなたの自治体も指定してください");
        }
        long before = scheme.revision();
        LocalDate today = LocalDate.now(clock);
        if (scheme.become(request, today, clock.instant())) {
            if (known.isPresent()) {
                ETags.mustMatch(ifMatch, before);
            } else {
                schemes.persist(scheme);
            }
            RegisteredMeanwhile.unlessFirst(schemes::flush);
            schemes.followPolicy(scheme);
        }
        return showing.show(scheme);
    }
}
