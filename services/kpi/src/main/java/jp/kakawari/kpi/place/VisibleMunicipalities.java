package jp.kakawari.kpi.place;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;

/** The municipalities that a caller may see, by their codes: those of {@link VisiblePlaces} at the narrowest level. */
@ApplicationScoped
public class VisibleMunicipalities {
    @Inject
    VisiblePlaces visible;

    public List<String> of(String prefecture, LocalGovernmentCode municipality) {
        return visible.of(Level.MUNICIPALITY, prefecture, municipality).stream()
                .map(position -> Areas.get(position).code())
                .toList();
    }
}
