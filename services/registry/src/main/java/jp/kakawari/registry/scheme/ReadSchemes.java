package jp.kakawari.registry.scheme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.InvalidParameter;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;

/** Anybody reads which schemes there are (会員制度の公開情報), with the policies that hold today. */
@ApplicationScoped
public class ReadSchemes {

    private final Schemes schemes;
    private final ShowSchemes showing;

    ReadSchemes(Schemes schemes, ShowSchemes showing) {
        this.schemes = schemes;
        this.showing = showing;
    }

    @Transactional
    SchemeView of(SchemeCode code) {
        return showing.show(schemes.findByIdOptional(code.value()).orElseThrow(NotFound::new));
    }

    /** One row more than the page shows. */
    @Transactional
    List<SchemeView> page(LocalGovernmentCode municipality, PageRequest page) {
        return showing.page(municipality, page);
    }

    long count(LocalGovernmentCode municipality) {
        return schemes.count(municipality);
    }

    /** Refuses the parameter {@code scheme} where that municipality runs no such scheme. */
    @Transactional
    public void mustBeRunBy(String municipality, SchemeCode scheme) {
        if (!schemes.isRunBy(scheme, municipality)) {
            throw new InvalidParameter("scheme", "names no scheme that you run", "あなたの自治体が運営する制度のコードではありません");
        }
    }
}
