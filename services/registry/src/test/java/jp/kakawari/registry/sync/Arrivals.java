package jp.kakawari.registry.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import jp.kakawari.registry.roster.Format;

/** Lists that are received and go no further by themselves: the test decides when they are promised and merged. */
@ApplicationScoped
class Arrivals {

    private final ReceiveLists syncs;
    private final ListKinds kinds;

    Arrivals(ReceiveLists syncs, ListKinds kinds) {
        this.syncs = syncs;
        this.kinds = kinds;
    }

    Arrival of(ListSender sender, String list) {
        return of(sender, list, SyncOptions.upsert(false));
    }

    Arrival of(ListSender sender, String list, SyncOptions options) {
        return syncs.receive(
                kinds.of(sender.kind()),
                sender.municipality(),
                null,
                options,
                Incoming.of(Format.CSV, null, new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8))));
    }
}
