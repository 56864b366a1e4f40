package jp.kakawari.catalog.program;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.UuidGenerator;

/** A program that a region offers (受入プログラム). Each change raises its revision; once published, each one is told. */
@Entity
public class Program {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private long revision;

    @Enumerated(EnumType.STRING)
    private ProgramState state;

    private UUID host;
    private String hostGovernment;

    @Embedded
    private ProgramSheet sheet;

    private List<String> types;
    private List<String> prefectures;
    private List<String> placeNames;
    private Instant createdAt;
    private Instant publishedAt;

    /** What the organisations whose people alone may apply were called when it was read, in their order. */
    @Formula(
            "(select array_agg(o.name order by array_position(open_to, o.id)) from organization o where o.id = any(open_to))")
    private List<String> openToNames;

    protected Program() {}

    static Program draft(Host host, ProgramSheet sheet, List<String> types, Instant now) {
        Program program = new Program();
        program.state = ProgramState.DRAFT;
        program.host = host.id();
        program.hostGovernment = host.government().orElse(null);
        program.createdAt = now;
        program.write(sheet, types);
        return program;
    }

    void revise(ProgramSheet newSheet, List<String> newTypes) {
        must(Action.REVISE);
        write(newSheet, newTypes);
    }

    void advance(Action action, Instant now) {
        must(action);
        switch (action) {
            case PUBLISH -> publish(now);
            case CLOSE -> state = ProgramState.CLOSED;
            case COMPLETE -> state = ProgramState.DONE;
            case REMOVE -> state = ProgramState.REMOVED;
            case REVISE, REPORT -> throw new IllegalArgumentException(action + " is no step");
        }
        revision++;
    }

    private void publish(Instant now) {
        if (sheet.applicationCloses() != null
                && !sheet.applicationCloses().toInstant().isAfter(now)) {
            throw new WindowOver();
        }
        state = ProgramState.PUBLISHED;
        publishedAt = now;
    }

    void must(Action action) {
        if (!state.allowedActions().contains(action)) {
            throw new NotAllowedNow(action, state);
        }
    }

    private void write(ProgramSheet newSheet, List<String> newTypes) {
        sheet = newSheet;
        types = newTypes;
        Places places = Places.of(newSheet.municipalities(), hostGovernment);
        prefectures = places.prefectures();
        placeNames = places.names();
        revision++;
    }

    /** Its full public state, as the other services hear it. */
    ProgramChanged event() {
        return new ProgramChanged(
                id,
                revision,
                ProgramChanged.State.valueOf(state.name()),
                host,
                hostGovernment,
                sheet.title(),
                sheet.summary(),
                sheet.audience(),
                sheet.municipalities(),
                prefectures,
                sheet.themes(),
                sheet.activities(),
                sheet.relationClass(),
                sheet.activity(),
                sheet.mode(),
                sheet.capacity(),
                sheet.selection(),
                sheet.applicationOpens(),
                sheet.applicationCloses(),
                sheet.startsOn(),
                sheet.endsOn(),
                sheet.openTo());
    }

    /** What the organisation at that place of those whose people alone may apply is called; absent until all are known. */
    Optional<String> openToName(int place) {
        return Optional.ofNullable(openToNames)
                .filter(names -> names.size() == sheet.openTo().size())
                .map(names -> names.get(place));
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    ProgramState state() {
        return state;
    }

    UUID host() {
        return host;
    }

    String hostGovernment() {
        return hostGovernment;
    }

    ProgramSheet sheet() {
        return sheet;
    }

    List<String> types() {
        return types;
    }

    List<String> prefectures() {
        return prefectures;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant publishedAt() {
        return publishedAt;
    }
}
