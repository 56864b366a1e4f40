package jp.kakawari.matching.application;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** No such program in the catalogue, or none that the caller runs. */
@Problem(status = 404, code = "program-not-found", title = "Program not found", titleJa = "プログラムが見つかりません")
class ProgramNotFound extends Refusal {
    ProgramNotFound() {
        detail("There is no such program.", "プログラムが見つかりません。");
    }
}
