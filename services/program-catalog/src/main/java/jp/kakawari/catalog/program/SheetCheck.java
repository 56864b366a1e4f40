package jp.kakawari.catalog.program;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.kakawari.catalog.organization.Organizations;
import jp.kakawari.catalog.vocabulary.Vocabulary;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.web.InvalidBody;

/** What a sheet can't say although each field of it can be read (募集要項の検査); all flaws are told at once. */
@ApplicationScoped
class SheetCheck {

    private final Vocabulary vocabulary;
    private final Organizations organizations;

    @Inject
    SheetCheck(Vocabulary vocabulary, Organizations organizations) {
        this.vocabulary = vocabulary;
        this.organizations = organizations;
    }

    /**
     * The program types that the sheet's activities imply; refuses a sheet with flaws.
     *
     * @param openBefore organisations to whose people it is open already: these may stay although they are suspended
     */
    List<String> typesOf(ProgramSheet sheet, List<UUID> openBefore, Host host) {
        Vocabulary.Reading reading = vocabulary.read(sheet.activities(), sheet.schemeTypes());
        Flaws flaws = new Flaws();
        rules(sheet, host, flaws);
        openTo(sheet.openTo(), openBefore, host, flaws);
        unknown("/activities/", sheet.activities(), reading, flaws);
        unknown("/schemeTypes/", sheet.schemeTypes(), reading, flaws);
        flaws.refuse();
        return reading.impliedTypes();
    }

    static void rules(ProgramSheet sheet, Host host, Flaws flaws) {
        place(sheet, host, flaws);
        sheet.activity()
                .relationClass()
                .filter(settled -> settled != sheet.relationClass())
                .ifPresent(settled -> flaws.at(
                        "/relationClass",
                        "contradicts the activity, which belongs to " + settled,
                        "過ごし方の分類（" + settled.ja() + "）と一致しません"));
        if (sheet.relationClass() == null) {
            flaws.at("/relationClass", "is required, as the activity does not settle it", "この過ごし方では分類の指定が必要です");
        }
        if (sheet.minimum() != null && sheet.capacity() != null && sheet.minimum() > sheet.capacity()) {
            flaws.at("/minimum", "is more than the capacity", "定員を超えています");
        }
        if (sheet.applicationOpens() != null
                && sheet.applicationCloses() != null
                && !sheet.applicationOpens().isBefore(sheet.applicationCloses())) {
            flaws.at("/applicationCloses", "is not after applicationOpens", "募集開始より後にしてください");
        }
        if (sheet.startsOn() != null
                && sheet.endsOn() != null
                && sheet.startsOn().isAfter(sheet.endsOn())) {
            flaws.at("/endsOn", "is before startsOn", "開始日より前です");
        }
    }

    private static void place(ProgramSheet sheet, Host host, Flaws flaws) {
        List<String> codes = sheet.municipalities();
        for (int i = 0; i < codes.size(); i++) {
            if (!isMunicipality(codes.get(i))) {
                flaws.at("/municipalities/" + i, "is not a municipality", "この番号の市区町村はありません");
            }
        }
        switch (host.kind()) {
            case MUNICIPALITY -> {
                if (!codes.contains(host.code().value())) {
                    flaws.at("/municipalities", "must include the host itself", "受入団体自身の市区町村を含めてください");
                }
            }
            case PREFECTURE -> {
                String number = host.code().prefecture().number();
                if (!codes.isEmpty() && codes.stream().noneMatch(code -> code.startsWith(number))) {
                    flaws.at("/municipalities", "must include one of the prefecture", "県内の市区町村を1つ以上含めてください");
                }
            }
            case INTERMEDIARY, SECRETARIAT -> {}
        }
    }

    private void openTo(List<UUID> named, List<UUID> before, Host host, Flaws flaws) {
        List<UUID> active = organizations.activeOf(named);
        for (int i = 0; i < named.size(); i++) {
            UUID organization = named.get(i);
            if (organization.equals(host.id())) {
                flaws.at("/openTo/" + i, "is the host itself", "受入団体自身は対象団体にできません");
            } else if (!before.contains(organization) && !active.contains(organization)) {
                flaws.at("/openTo/" + i, "is not an active member organisation", "活動中の会員団体ではありません");
            }
        }
    }

    private static boolean isMunicipality(String code) {
        try {
            return Municipalities.byCode(new LocalGovernmentCode(code)).isPresent();
        } catch (IllegalArgumentException wrongCheckDigit) {
            return false;
        }
    }

    private static void unknown(String pointer, List<String> words, Vocabulary.Reading reading, Flaws flaws) {
        for (int i = 0; i < words.size(); i++) {
            if (reading.unknown().contains(words.get(i))) {
                flaws.at(pointer + i, "is not in the code list", "コードリストにない値です");
            }
        }
    }

    /** Collects places and refuses once. */
    static class Flaws {
        private final InvalidBody refusal = new InvalidBody();
        private boolean any;

        void at(String pointer, String en, String ja) {
            refusal.at(pointer, en, ja);
            any = true;
        }

        void refuse() {
            if (any) {
                throw refusal;
            }
        }
    }
}
