package jp.kakawari.kpi.feed;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakawari.kpi.figure.Cell;
import jp.kakawari.kpi.figure.Measure;

/** The feed as a table (RFC 4180, UTF-8): a row per place, {@code X} where a count is hidden, as official statistics print it. */
@Provider
@Produces("text/csv")
public class RelationsCsv implements MessageBodyWriter<RelationsView> {
    private static final String HIDDEN = "X";
    private static final String HEADER = String.join(
            ",",
            "level,code,prefecture,name,period,asOf,definitionVersion,suppressionVersion",
            "people,ties,newTies,applications,acceptances,participations,participants,repeatParticipants",
            classHeader("classes"),
            classHeader("classesToDate"));

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == RelationsView.class;
    }

    @Override
    public void writeTo(
            RelationsView view,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle("Content-Type", "text/csv; charset=UTF-8; header=present");
        String text = Stream.concat(Stream.of(HEADER), view.items().stream().map(row -> line(view, row)))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String classHeader(String prefix) {
        return Stream.of(
                        Measure.DIRECT_CONTRIBUTION,
                        Measure.WORK_ON_SITE,
                        Measure.TELEWORK,
                        Measure.EXCHANGE,
                        Measure.HOBBY_CONSUMPTION,
                        Measure.VISITING,
                        Measure.NON_VISITING)
                .map(measure -> prefix + "." + measure.key())
                .collect(Collectors.joining(","));
    }

    private static String line(RelationsView view, RelationsRow row) {
        Stream<Object> place = Stream.of(
                row.level().name().toLowerCase(Locale.ROOT),
                row.code(),
                row.prefecture(),
                row.name(),
                view.period(),
                Objects.toString(view.asOf(), ""),
                view.definitionVersion(),
                view.suppressionVersion());
        Stream<Cell> counts = Stream.of(
                row.people(),
                row.ties(),
                row.newTies(),
                row.applications(),
                row.acceptances(),
                row.participations(),
                row.participants(),
                row.repeatParticipants());
        Stream<Cell> classes = Stream.of(row.classes(), row.classesToDate()).flatMap(RelationsCsv::cells);
        return Stream.concat(place, Stream.concat(counts, classes).map(RelationsCsv::text))
                .map(Object::toString)
                .collect(Collectors.joining(","));
    }

    private static Stream<Cell> cells(RelationClasses classes) {
        return List.of(
                classes.directContribution(),
                classes.workOnSite(),
                classes.telework(),
                classes.exchange(),
                classes.hobbyConsumption(),
                classes.visiting(),
                classes.nonVisiting())
                .stream();
    }

    private static String text(Cell cell) {
        return cell.suppressed() ? HIDDEN : cell.value().toString();
    }
}
