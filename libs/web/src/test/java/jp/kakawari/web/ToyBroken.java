package jp.kakawari.web;

import java.util.List;

@Problem(status = 409, code = "toy-broken", title = "Toy broken", titleJa = "おもちゃが壊れています")
class ToyBroken extends Refusal {
    ToyBroken() {
        detail("Mend it first.", "先に直してください。");
        with("allowedActions", List.of("mend"));
        at("/parts/0", "is broken", "壊れています");
    }
}
