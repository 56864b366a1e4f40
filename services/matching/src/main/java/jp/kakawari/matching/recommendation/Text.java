package jp.kakawari.matching.recommendation;

import java.util.List;
import jp.kakawari.matching.recommendation.Words.Word;

/** What was said, folded, and its words: split once, looked at in many ways. */
record Text(String folded, List<Word> words) {

    static Text of(String said) {
        String folded = Words.fold(said);
        return new Text(folded, Words.of(folded));
    }

    boolean isEmpty() {
        return folded.isBlank();
    }
}
