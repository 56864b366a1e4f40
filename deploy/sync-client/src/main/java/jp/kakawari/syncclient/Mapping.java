package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "mapping",
        description = {
            "列の対応表（名簿の見出し → 項目）を表示します。見出し=項目 を指定すると、対応表に加えます。",
            "1つの項目に使える見出しは1つです。同じ項目の別の見出しは置き換わり、ほかの項目の見出しはそのままです。",
            "例: mapping 組合員コード=会員番号 漢字氏名=氏名。見出し= で、その見出しを対応表から外します。"
        })
final class Mapping implements Callable<Integer> {

    private final Main main;

    @Parameters(
            arity = "0..*",
            paramLabel = "見出し=項目",
            description = "名簿の見出しと、その列の項目。項目: ${COMPLETION-CANDIDATES}",
            completionCandidates = Fields.class)
    private List<String> columns = List.of();

    Mapping(Main main) {
        this.main = main;
    }

    /** What can be mapped to, for the help. */
    static final class Fields implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Stream.of(Field.values()).map(Field::ja).iterator();
        }
    }

    @Override
    public Integer call() {
        Map<String, String> wanted = new LinkedHashMap<>();
        columns.forEach(column -> add(wanted, column));
        Registry registry = main.registry();
        URI address = registry.own("/column-mapping");
        Registry.Tagged stored = registry.tagged(address, "columns");
        if (!wanted.isEmpty()) {
            List<String> missing = missing(stored.body(), wanted);
            missing.forEach(header -> main.out().println("「%s」は対応表にないので、外していません。".formatted(header)));
            if (missing.size() < wanted.size()) {
                stored = registry.put(address, merged(stored.body(), wanted), stored.etag(), "columns");
                main.out().println("列の対応表を登録しました。次に送信する名簿から使われます。");
            }
        }
        print(stored.body().path("columns"));
        return Exit.OK.code();
    }

    private static void add(Map<String, String> wanted, String column) {
        int equals = column.lastIndexOf('=');
        if (equals < 1) {
            throw new Failed(Exit.WRONG_USE, "「%s」は 見出し=項目 の形になっていません（例: 組合員コード=会員番号）。".formatted(column));
        }
        String field = column.substring(equals + 1).strip();
        wanted.put(
                column.substring(0, equals).strip(),
                Field.named(field).map(Field::code).orElse(field));
    }

    /** The headers to take out that aren't there. */
    static List<String> missing(JsonNode stored, Map<String, String> wanted) {
        Set<String> known = stored.path("columns")
                .valueStream()
                .map(column -> Headers.key(column.path("header").asText()))
                .collect(Collectors.toSet());
        return wanted.keySet().stream()
                .filter(header -> wanted.get(header).isEmpty() && !known.contains(Headers.key(header)))
                .toList();
    }

    /** What was stored, but for the headers and fields that are said anew: the registry wants each of them once. */
    static JsonNode merged(JsonNode stored, Map<String, String> wanted) {
        Set<String> headers = wanted.keySet().stream().map(Headers::key).collect(Collectors.toSet());
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        stored.path("columns").forEach(column -> {
            boolean anew = headers.contains(Headers.key(column.path("header").asText()))
                    || wanted.containsValue(column.path("field").asText());
            if (!anew) {
                columns.add(column);
            }
        });
        wanted.forEach((header, field) -> {
            if (!field.isEmpty()) {
                columns.addObject().put("header", header).put("field", field);
            }
        });
        return JsonNodeFactory.instance.objectNode().set("columns", columns);
    }

    private void print(JsonNode columns) {
        if (columns.isEmpty()) {
            main.out().println("列の対応表は登録されていません。既定の見出し（会員番号、氏名、フリガナなど）だけを読み取ります。");
            return;
        }
        main.out().println("列の対応表:");
        columns.forEach(column -> main.out()
                .println("  %s → %s"
                        .formatted(
                                column.path("header").asText(),
                                Field.shown(column.path("field").asText()))));
    }
}
