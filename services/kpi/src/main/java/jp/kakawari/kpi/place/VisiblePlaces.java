package jp.kakawari.kpi.place;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Prefecture;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidParameter;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/**
 * Which places a caller may see: the secretariat all, a prefecture itself and its municipalities, a municipality itself.
 * All see the same figures with the same cells hidden.
 */
@ApplicationScoped
public class VisiblePlaces {
    @Inject
    Caller caller;

    /** The positions of the places asked for; what is not named is the widest that the caller may see. */
    public List<Integer> of(Level named, String prefectureName, LocalGovernmentCode municipality) {
        Prefecture prefecture = prefecture(prefectureName);
        Level level = named != null ? named : usual(prefecture, municipality);
        String within = prefecture != null ? prefecture.number() : ownPrefecture();
        String code = municipality != null ? municipality.value() : ownMunicipality();
        if (prefecture != null && level == Level.NATION || municipality != null && level != Level.MUNICIPALITY) {
            throw new InvalidParameter("level", "is wider than the place named", "指定された地域より広いため組み合わせられません");
        }
        mayAsk(level, prefecture, municipality);
        return Areas.at(level).stream()
                .filter(place -> within == null || Areas.get(place).prefecture().equals(within))
                .filter(place -> code == null || Areas.get(place).code().equals(code))
                .toList();
    }

    private void mayAsk(Level level, Prefecture prefecture, LocalGovernmentCode municipality) {
        if (!caller.is(Roles.SECRETARIAT)) {
            if (level == Level.NATION || level == Level.PREFECTURE && !caller.is(Roles.PREFECTURE)) {
                throw new NotYours();
            }
            if (prefecture != null) {
                caller.mustOversee(prefecture.code().value());
            }
            if (municipality != null) {
                caller.mustOversee(municipality.value());
            }
        }
        if (municipality != null && !Areas.knows(municipality.value())) {
            throw new NotFound(
                    "No municipality has the code " + municipality + ".", "コード " + municipality + " の市区町村はありません。");
        }
    }

    private static Prefecture prefecture(String name) {
        return name == null
                ? null
                : Prefecture.find(name)
                        .orElseThrow(() -> new InvalidParameter(
                                "prefecture", "is not a prefecture of Japan", "都道府県のコードまたは名称を指定してください"));
    }

    private Level usual(Prefecture prefecture, LocalGovernmentCode municipality) {
        if (municipality != null || caller.is(Roles.MUNICIPALITY)) {
            return Level.MUNICIPALITY;
        }
        return prefecture != null || caller.is(Roles.PREFECTURE) ? Level.PREFECTURE : Level.NATION;
    }

    private String ownPrefecture() {
        return caller.is(Roles.SECRETARIAT) ? null : government().substring(0, 2);
    }

    private String ownMunicipality() {
        return caller.is(Roles.SECRETARIAT) || caller.is(Roles.PREFECTURE) ? null : government();
    }

    private String government() {
        return caller.government().filter(code -> code.length() == 6).orElseThrow(NotYours::new);
    }
}
