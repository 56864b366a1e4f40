package jp.kakawari.syncclient;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the registry's texts ask for, by this program's own commands and options. */
final class Hints {

    static final String MAPPING = "列の対応表は、mapping 見出し=項目 で登録できます（例: mapping 組合員コード=会員番号）。";

    private static final Map<String, String> BY_WORD = new LinkedHashMap<>();

    static {
        BY_WORD.put("column-mapping", MAPPING);
        BY_WORD.put("endAtMost", "上限は --end-at-most で変えられます（例: --end-at-most 50）。");
        BY_WORD.put("onConflict=LIST", "名簿を優先するには、send に --list-wins を付けてください。");
        BY_WORD.put("項目名が正しくありません", "項目の名前は mapping --help に一覧があります。");
    }

    private Hints() {}

    /** The lines that belong below such a text, each once; empty when there is nothing to add. */
    static String below(String text) {
        return BY_WORD.entrySet().stream()
                .filter(hint -> text.contains(hint.getKey()))
                .map(hint -> "\n  → " + hint.getValue())
                .collect(Collectors.joining());
    }
}
