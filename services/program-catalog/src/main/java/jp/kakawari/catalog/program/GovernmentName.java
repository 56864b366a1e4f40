package jp.kakawari.catalog.program;

import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Municipality;

/** The name of a municipality or prefecture. */
final class GovernmentName {

    private GovernmentName() {}

    static String of(String code6) {
        if (code6 == null) {
            return null;
        }
        LocalGovernmentCode code = new LocalGovernmentCode(code6);
        return code.isPrefecture()
                ? code.prefecture().ja()
                : Municipalities.byCode(code).map(Municipality::name).orElse(null);
    }
}
