package jp.kakawari.registry.organization;

import java.util.Optional;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.japan.CorporateNumber;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Prefecture;
import jp.kakawari.web.InvalidBody;

/** Who an organisation is, whether it says so itself or the secretariat does. */
record MemberDetails(
        Kind kind, String name, LocalGovernmentCode government, CorporateNumber legalEntityNumber, String prefecture) {

    void check() {
        if ((kind == Kind.GOVERNMENT) != (government != null)) {
            throw new InvalidBody()
                    .at("/government", "stands for a GOVERNMENT and only for it", "種別が GOVERNMENT のときだけ指定できます（必須）");
        }
        if (government != null
                && !government.isPrefecture()
                && Municipalities.byCode(government).isEmpty()) {
            throw new InvalidBody().at("/government", "is no government of today", "現存する自治体のコードではありません");
        }
        Optional<Prefecture> named = Optional.ofNullable(prefecture).flatMap(Prefecture::find);
        if (prefecture != null && named.isEmpty()) {
            throw new InvalidBody().at("/prefecture", "is no prefecture of Japan", "都道府県が正しくありません");
        }
        if (government != null && named.isPresent() && named.get() != government.prefecture()) {
            throw new InvalidBody().at("/prefecture", "is not that of the government", "自治体コードの都道府県と一致しません");
        }
    }

    String governmentCode() {
        return government == null ? null : government.value();
    }

    String number() {
        return legalEntityNumber == null ? null : legalEntityNumber.value();
    }

    /** Two digits; a government is where its code says. */
    String prefectureNumber() {
        return government != null
                ? government.prefecture().number()
                : Optional.ofNullable(prefecture)
                        .flatMap(Prefecture::find)
                        .map(Prefecture::number)
                        .orElse(null);
    }
}
