package jp.kakawari.registry.audience;

import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import jp.kakawari.registry.municipality.Withheld;
import jp.kakawari.registry.staging.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many a segment has (配信対象の件数), before anybody is written to. */
@ApplicationScoped
class Audience {

    /** In letters, mail addresses are known by their index: none is opened to be counted. */
    private static final String COUNT = "select count(*), count(*) filter (where %s and s.email_index is not null) ";

    private final DataSource database;

    Audience(DataSource database) {
        this.database = database;
    }

    /** @param reachable of them with an e-mail address and the consent */
    @Schema(description = "配信対象の件数; a prefecture reads whole tens; 1 to 9 are withheld from it")
    record Counts(
            @Schema(examples = "120") Long supporters,
            @Schema(examples = "98") Long reachable) {

        Counts withheld() {
            return new Counts(Withheld.inTens(supporters), Withheld.inTens(reachable));
        }
    }

    Counts count(String municipality, Segment segment) {
        Selection selection = Selection.of(municipality, segment);
        return Sql.list(
                        database,
                        row -> new Counts(row.getLong(1), row.getLong(2)),
                        COUNT.formatted(Permission.MAIL.given()) + selection.sql(),
                        selection.and())
                .getFirst();
    }
}
