package jp.kakawari.catalog.program;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Who offers a program decides on its applicants; the secretariat, which may see no person, can't. */
@Problem(status = 403, code = "host-sees-nobody", title = "Another host is needed", titleJa = "別の受入団体が必要です")
class HostSeesNobody extends Refusal {
    HostSeesNobody() {
        detail(
                "The secretariat never sees a person, so nobody would answer the applicants. Enter the program for a"
                        + " government (onBehalfOf), or have an intermediary offer it.",
                "事務局は応募者の情報を扱えないため、受入団体になれません。自治体の代理登録（onBehalfOf）とするか、中間支援組織から登録してください。");
    }
}
