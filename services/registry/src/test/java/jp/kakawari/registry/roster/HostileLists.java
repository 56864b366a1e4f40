package jp.kakawari.registry.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import jp.kakawari.web.Refusal;

/** Reads, in a small heap of its own, lists that are made to fill it; prints what became of each. */
final class HostileLists {

    private static final Limits LIMITS = new Limits(536_870_912, 65_536, 200, 1 << 20);
    private static final long GIGABYTE = 1L << 30;

    private HostileLists() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Runnable> lists = new LinkedHashMap<>();
        csv(lists);
        ndjson(lists);
        HostileWorkbooks.addTo(lists);
        for (Map.Entry<String, Runnable> list : lists.entrySet()) {
            System.out.print(list.getKey() + ": ");
            try {
                list.getValue().run();
            } catch (Refusal refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    private static void csv(Map<String, Runnable> lists) {
        lists.put("csv cell", () -> read(Format.CSV, new Repeated("会員番号,氏名\n1,\"", "x", GIGABYTE)));
        lists.put("csv columns", () -> read(Format.CSV, new Repeated("会員番号,氏名", ",x", 200_000)));
        lists.put("csv empty rows", () -> read(Format.CSV, new Repeated("会員番号,氏名\n", ",\n", 20_000_000)));
        lists.put("csv gzip bomb", () -> read(Format.CSV, gunzipped(new Repeated("会員番号,氏名\n", "1,清水\n", 60_000_000))));
        lists.put("csv gzip header", () -> read(Format.CSV, gunzipped(new Repeated("", "x", 60_000_000))));
    }

    private static void ndjson(Map<String, Runnable> lists) {
        String first = "{\"memberNumber\":1,\"name\":\"清水\"}\n";
        lists.put("ndjson cell", () -> read(Format.NDJSON, new Repeated(first + "{\"name\":\"", "x", GIGABYTE)));
        lists.put("ndjson nesting", () -> read(Format.NDJSON, new Repeated(first, "[", GIGABYTE)));
        lists.put("ndjson empty rows", () -> read(Format.NDJSON, new Repeated(first, "\n", 10_000_000)));
        lists.put("ndjson empty objects", () -> read(Format.NDJSON, new Repeated(first, "{}\n", 10_000_000)));
        StringBuilder wide = new StringBuilder("{\"memberNumber\":1,\"name\":\"清水\"");
        for (int i = 0; i < 1_000; i++) {
            wide.append(",\"c").append(i).append("\":1");
        }
        lists.put("ndjson columns", () -> read(Format.NDJSON, bytes(wide + "}\n")));
    }

    static void read(Format format, InputStream in) {
        long start = System.nanoTime();
        try (Roster roster = new Roster(format, in, Columns.SUPPORTERS, Map.of(), LIMITS)) {
            int rows = 0;
            while (roster.next() != null) {
                rows++;
            }
            System.out.println(rows + " rows in " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
    }

    private static InputStream gunzipped(InputStream plain) {
        try {
            Path file = Files.createTempFile("hostile", ".gz");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                plain.transferTo(out);
            }
            InputStream packed = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            return new Gunzipped(packed, LIMITS.bytes());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
