package jp.kakawari.matching.recommendation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer.Mode;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Splits Japanese text into the base forms of its meaningful words, compounds also into their parts. */
final class Words {
    private Words() {}

    /** A word in its base form and where it stands in the folded text. */
    record Word(String base, int start, int end) {}

    /** Full-width letters, half-width kana and letter case become one form; positions of words refer to this text. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The words of a folded text, without particles, auxiliaries and stop words. */
    static List<Word> of(String folded) {
        try (TokenStream words = new JapaneseKatakanaStemFilter(new JapanesePartOfSpeechStopFilter(
                new JapaneseBaseFormFilter(tokens(folded)), JapaneseAnalyzer.getDefaultStopTags()))) {
            CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = words.addAttribute(OffsetAttribute.class);
            List<Word> found = new ArrayList<>();
            words.reset();
            while (words.incrementToken()) {
                String base = term.toString();
                if (!JapaneseAnalyzer.getDefaultStopSet().contains(base)) {
                    found.add(new Word(base, offset.startOffset(), offset.endOffset()));
                }
            }
            return found;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whether a text is one word of the dictionary that isn't a name: 中央, 南部. */
    static boolean isCommonWord(String folded) {
        try (TokenStream words = tokens(folded)) {
            PartOfSpeechAttribute partOfSpeech = words.addAttribute(PartOfSpeechAttribute.class);
            OffsetAttribute offset = words.addAttribute(OffsetAttribute.class);
            words.reset();
            return words.incrementToken()
                    && offset.endOffset() == folded.length()
                    && !partOfSpeech.getPartOfSpeech().startsWith("名詞-固有名詞");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JapaneseTokenizer tokens(String folded) {
        JapaneseTokenizer tokens = new JapaneseTokenizer(null, true, false, Mode.SEARCH);
        tokens.setReader(new StringReader(folded));
        return tokens;
    }
}
