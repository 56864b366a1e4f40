package jp.kakawari.registry.ladder;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The steps of one municipality (関わりの階梯). */
@Entity
class Ladder {

    @Id
    private String municipality;

    private long revision;
    private List<String> codes = List.of();
    private List<String> names = List.of();
    private Instant updatedAt;

    protected Ladder() {}

    Ladder(String municipality) {
        this.municipality = municipality;
    }

    /** Takes over other steps; answers whether they are. */
    boolean become(LadderRequest request, Instant now) {
        List<String> newCodes =
                request.steps().stream().map(LadderRequest.Step::code).toList();
        List<String> newNames =
                request.steps().stream().map(LadderRequest.Step::name).toList();
        if (newCodes.equals(codes) && newNames.equals(names)) {
            return false;
        }
        codes = newCodes;
        names = newNames;
        updatedAt = now;
        revision++;
        return true;
    }

    boolean has(String step) {
        return codes.contains(step);
    }

    List<LadderRequest.Step> steps() {
        return IntStream.range(0, codes.size())
                .mapToObj(place -> new LadderRequest.Step(codes.get(place), names.get(place)))
                .toList();
    }

    /** As the municipality reads it, or somebody who writes its ledger for it. */
    LadderView view(boolean own) {
        return new LadderView(municipality, revision, steps(), own ? List.of("change", "move") : List.of("move"));
    }

    long revision() {
        return revision;
    }
}
