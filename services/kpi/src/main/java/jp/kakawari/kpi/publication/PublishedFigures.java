package jp.kakawari.kpi.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import jp.kakawari.kpi.publication.PublishedFigure.Weighting;

/** The stored published figures, each recomputed when read. */
@ApplicationScoped
class PublishedFigures {
    private static final TypeReference<List<List<BigDecimal>>> ROWS = new TypeReference<>() {};
    private static final TypeReference<List<BigDecimal>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    List<PublishedFigure> all() {
        List<PublishedFigure> figures = new ArrayList<>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select * from published_figure order by position");
                var row = query.executeQuery()) {
            while (row.next()) {
                figures.add(read(row).recompute());
            }
            return figures;
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private PublishedFigure read(ResultSet row) throws SQLException, JsonProcessingException {
        return new PublishedFigure(
                row.getString("id"),
                row.getString("title_ja"),
                row.getString("title_en"),
                row.getString("source"),
                Formula.valueOf(row.getString("formula")),
                parse(row.getString("labels"), TEXTS),
                parse(row.getString("inputs"), ROWS),
                row.getInt("decimals"),
                parse(row.getString("published"), NUMBERS),
                row.getBigDecimal("tolerance"),
                Weighting.valueOf(row.getString("weighting").toUpperCase(Locale.ROOT)),
                row.getString("note_ja"),
                row.getString("note_en"),
                null,
                null);
    }

    private <T> T parse(String text, TypeReference<T> type) throws JsonProcessingException {
        return text == null ? null : json.readValue(text, type);
    }
}
