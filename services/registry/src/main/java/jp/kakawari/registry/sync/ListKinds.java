package jp.kakawari.registry.sync;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.kakawari.registry.staging.ListKind;

/** The kinds of lists that there are. */
@ApplicationScoped
class ListKinds {

    static final String SUPPORTERS = "supporter";
    static final String ENGAGEMENTS = "engagement";
    static final String MEMBERSHIPS = "membership";

    private final List<ListKind> kinds;

    ListKinds(@All List<ListKind> kinds) {
        this.kinds = kinds;
    }

    List<ListKind> all() {
        return kinds;
    }

    ListKind of(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    ListKind of(SyncJob job) {
        return of(job.kind());
    }
}
