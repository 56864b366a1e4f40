package jp.kakawari.registry.columnmapping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.kakawari.registry.roster.Column;

/** The mappings of all municipalities. */
@ApplicationScoped
public class ColumnMappings {

    private final EntityManager database;

    ColumnMappings(EntityManager database) {
        this.database = database;
    }

    /** A mapping and its revision; 0 and nothing for a municipality that stored none. */
    record Stored(long revision, ColumnMappingView mapping) {}

    /** Header → column, empty for a municipality that stored none. */
    @Transactional
    public Map<String, Column> of(String municipality) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (ColumnMappingView.Mapped mapped : find(municipality).mapping().columns()) {
            columns.put(mapped.header(), Column.ofField(mapped.field()).orElseThrow());
        }
        return columns;
    }

    Stored find(String municipality) {
        List<?> rows = database.createNativeQuery(
                        "select revision, headers, fields from column_mapping where municipality = :municipality")
                .setParameter("municipality", municipality)
                .getResultList();
        if (rows.isEmpty()) {
            return new Stored(0, new ColumnMappingView(List.of()));
        }
        Object[] row = (Object[]) rows.getFirst();
        String[] headers = (String[]) row[1];
        String[] fields = (String[]) row[2];
        List<ColumnMappingView.Mapped> columns = new ArrayList<>();
        for (int i = 0; i < headers.length; i++) {
            columns.add(new ColumnMappingView.Mapped(headers[i], fields[i]));
        }
        return new Stored(((Number) row[0]).longValue(), new ColumnMappingView(columns));
    }

    /** Stores the mapping over that revision; false when another one came before. */
    boolean replace(String municipality, long revision, ColumnMappingView mapping) {
        return database.createNativeQuery("""
                        insert into column_mapping as known (municipality, revision, headers, fields)
                        values (:municipality, 1, :headers, :fields)
                        on conflict (municipality) do update
                        set revision = known.revision + 1, headers = excluded.headers, fields = excluded.fields
                        where known.revision = :revision""")
                        .setParameter("municipality", municipality)
                        .setParameter("revision", revision)
                        .setParameter("headers", texts(mapping, ColumnMappingView.Mapped::header))
                        .setParameter("fields", texts(mapping, ColumnMappingView.Mapped::field))
                        .executeUpdate()
                == 1;
    }

    private static String[] texts(ColumnMappingView mapping, Function<ColumnMappingView.Mapped, String> text) {
        return mapping.columns().stream().map(text).toArray(String[]::new);
    }
}
