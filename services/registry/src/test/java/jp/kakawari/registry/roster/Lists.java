package jp.kakawari.registry.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The same list as each kind of office software would write it. */
public final class Lists {

    public static final Limits LIMITS = new Limits(50_000_000, 65_536, 200, 1 << 20);

    public static final String SHEET = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>";

    private Lists() {}

    public static byte[] of(Format format, List<List<String>> rows) {
        return switch (format) {
            case CSV -> csv(rows);
            case NDJSON -> ndjson(rows);
            case XLSX -> xlsx(rows);
        };
    }

    private static byte[] csv(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ndjson(List<List<String>> rows) {
        List<String> header = rows.getFirst();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> object = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                object.put(header.get(i), row.get(i));
            }
            try {
                lines.add(new ObjectMapper().writeValueAsString(object));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(List<List<String>> rows) {
        return workbook(sheet -> {
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    sheet.value(r, c, rows.get(r).get(c));
                }
            }
        });
    }

    interface Sheet {
        void fill(Worksheet sheet);
    }

    static byte[] workbook(Sheet filling) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            filling.fill(workbook.newWorksheet("名簿"));
            workbook.newWorksheet("二枚目").value(0, 0, "ここは読まない");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A workbook of one sheet with that XML in it. */
    public static byte[] workbook(String sheet) {
        return workbookOf(SHEET + sheet + "</worksheet>");
    }

    /** A workbook of one sheet, which is exactly that XML. */
    public static byte[] workbookOf(String document) {
        return zip(parts(document));
    }

    /** The parts of a workbook of one sheet, which is exactly that XML. */
    static Map<String, String> parts(String sheet) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="%1$s.sheet.main+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="%1$s.sharedStrings+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="%1$s.styles+xml"/>
                </Types>""".formatted("application/vnd.openxmlformats-officedocument.spreadsheetml"));
        parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
        parts.put("xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="名簿" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
        parts.put("xl/worksheets/sheet1.xml", sheet);
        return parts;
    }

    private static String relation(String kind, String target) {
        return """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
                 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/></Relationships>""".formatted(kind, target);
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The same file after somebody put another text into its cells. */
    public static byte[] replaced(Format format, byte[] file, String text, String other) {
        if (format != Format.XLSX) {
            return new String(file, StandardCharsets.UTF_8).replace(text, other).getBytes(StandardCharsets.UTF_8);
        }
        Map<String, String> parts = new LinkedHashMap<>();
        try {
            Path path = Files.write(Files.createTempFile("list", ".xlsx"), file);
            try (ZipFile zip = new ZipFile(path.toFile())) {
                for (ZipEntry part : Collections.list(zip.entries())) {
                    String xml = new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                    parts.put(part.getName(), xml.replace(text, other));
                }
            } finally {
                Files.delete(path);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zip(parts);
    }

    static Roster roster(Format format, byte[] file) {
        return new Roster(format, new ByteArrayInputStream(file), Columns.SUPPORTERS, Map.of(), LIMITS);
    }

    /** The header and the rows, as they were read. */
    static List<List<String>> read(Format format, byte[] file) {
        try (Roster roster = roster(format, file)) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(roster.header().names());
            for (Row row = roster.next(); row != null; row = roster.next()) {
                rows.add(row.cells());
            }
            return rows;
        }
    }
}
