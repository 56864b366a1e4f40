package jp.kakawari.registry.columnmapping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kakawari.registry.roster.Column;
import jp.kakawari.web.ETags;
import jp.kakawari.web.InvalidBody;

/** Replaces a municipality's mapping (列の対応表の登録), if nobody did so since the caller read it. */
@ApplicationScoped
class ReplaceColumnMapping {

    private final ColumnMappings mappings;

    ReplaceColumnMapping(ColumnMappings mappings) {
        this.mappings = mappings;
    }

    @Transactional
    ColumnMappings.Stored replace(String municipality, String ifMatch, ColumnMappingView mapping) {
        ColumnMappings.Stored known = mappings.find(municipality);
        ETags.mustMatch(ifMatch, known.revision());
        mustBeOneToOne(mapping.columns());
        if (!mappings.replace(municipality, known.revision(), mapping)) {
            String overtaken = "\"" + known.revision() + "\"";
            ETags.mustMatch(overtaken, mappings.find(municipality).revision());
        }
        return mappings.find(municipality);
    }

    private static void mustBeOneToOne(List<ColumnMappingView.Mapped> columns) {
        Set<String> headers = new HashSet<>();
        Set<String> fields = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnMappingView.Mapped mapped = columns.get(i);
            if (!headers.add(Column.key(mapped.header()))) {
                throw new InvalidBody().at("/columns/" + i + "/header", "is mapped twice", "同じ見出しが2回あります");
            }
            if (Column.ofField(mapped.field()).isEmpty()) {
                throw new InvalidBody().at("/columns/" + i + "/field", "is not a known field", "項目名が正しくありません");
            }
            if (!fields.add(mapped.field())) {
                String field = mapped.field();
                throw new InvalidBody()
                        .at("/columns/" + i + "/field", field + " is mapped twice", "項目「" + field + "」が2回あります");
            }
        }
    }
}
