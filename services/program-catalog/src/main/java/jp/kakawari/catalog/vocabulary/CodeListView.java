package jp.kakawari.catalog.vocabulary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code list in both languages. */
@Schema(description = "A code list (コードリスト) in Japanese and English")
public record CodeListView(@Schema(examples = "types") String name, List<CodeItem> codes) {}
