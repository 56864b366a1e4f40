package jp.kakawari.web;

/** JSON that can't be read (400). What can be read but holds a wrong value is {@link InvalidBody} (422). */
final class JsonProblems {
    private JsonProblems() {}

    @Problem(status = 400, code = "malformed-json", title = "Malformed JSON", titleJa = "JSON の形式が不正です")
    static final class MalformedJson extends Refusal {
        MalformedJson(String pointer, int line, int column) {
            detail("The body is not well-formed JSON.", "本文が JSON として読み取れません。");
            at(new Flaw(pointer, null, line, column, "is not well-formed JSON", "JSON として読み取れません"));
        }
    }

    @Problem(status = 400, code = "nesting-too-deep", title = "Nesting too deep", titleJa = "入れ子が深すぎます")
    static final class NestingTooDeep extends Refusal {
        NestingTooDeep(String pointer, int line, int column) {
            detail(
                    "The JSON is nested deeper than " + StrictJson.DEPTH + " levels or a value is too long.",
                    "JSON の入れ子が " + StrictJson.DEPTH + " 段を超えているか、値が長すぎます。");
            at(new Flaw(pointer, null, line, column, "is nested too deep or too long", "深すぎるか長すぎます"));
        }
    }

    @Problem(status = 400, code = "duplicate-property", title = "Duplicate property", titleJa = "同じ項目が二度あります")
    static final class DuplicateProperty extends Refusal {
        DuplicateProperty(String pointer, int line, int column) {
            detail("A property appears twice in one object.", "一つのオブジェクトに同じ項目が二度あります。");
            at(new Flaw(pointer, null, line, column, "appears twice", "二度あります"));
        }
    }

    @Problem(status = 400, code = "unknown-property", title = "Unknown property", titleJa = "知らない項目です")
    static final class UnknownProperty extends Refusal {
        UnknownProperty(String pointer, int line, int column, String known) {
            detail("The property " + pointer + " is not known here.", "項目 " + pointer + " はここでは使えません。");
            at(new Flaw(pointer, null, line, column, "is not one of: " + known, "使える項目: " + known));
        }
    }
}
