package jp.kakawari.catalog.program;

import java.util.Optional;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;

/** The member organisation that offers a program and takes the applications (受入団体). */
record Host(UUID id, Kind kind, LocalGovernmentCode code) {

    enum Kind {
        MUNICIPALITY,
        PREFECTURE,
        INTERMEDIARY,
        SECRETARIAT
    }

    static Host government(UUID id, LocalGovernmentCode code) {
        return new Host(id, code.isPrefecture() ? Kind.PREFECTURE : Kind.MUNICIPALITY, code);
    }

    static Host organization(UUID id, Kind kind) {
        return new Host(id, kind, null);
    }

    /** Its six digits where it is a municipality or prefecture. */
    Optional<String> government() {
        return Optional.ofNullable(code).map(LocalGovernmentCode::value);
    }
}
