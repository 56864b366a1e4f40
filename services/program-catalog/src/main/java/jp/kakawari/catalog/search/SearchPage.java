package jp.kakawari.catalog.search;

import java.util.List;
import jp.kakawari.catalog.program.ProgramView;
import jp.kakawari.web.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of hits. */
@Schema(description = "One page of hits (検索結果)")
record SearchPage(
        List<ProgramView> items,

        @Schema(description = "Cursor of the next page; absent on the last one", examples = "WyIyMTIxNzIiXQ")
        String next,

        @Schema(description = "Total over all pages, only with count=true", examples = "128")
        Long count,

        @Schema(description = "Only with facets=true") Facets facets) {

    static SearchPage of(Page<ProgramView> page, Facets facets) {
        return new SearchPage(page.items(), page.next(), page.count(), facets);
    }

    Page<ProgramView> page() {
        return new Page<>(items, next, count);
    }
}
