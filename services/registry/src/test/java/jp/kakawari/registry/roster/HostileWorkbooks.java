package jp.kakawari.registry.roster;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks that are made to fill the memory of whoever reads them, and some that are only long. */
final class HostileWorkbooks {

    private static final String HEAD = "<sheetData><row><c t='str'><v>会員番号</v></c><c t='str'><v>氏名</v></c></row>";

    private HostileWorkbooks() {}

    private interface Filling {
        void into(OutputStream out) throws IOException;
    }

    static void addTo(Map<String, Runnable> lists) {
        Random random = new Random(1);
        lists.put(
                "xlsx cell",
                () -> sheet(out -> {
                    write(out, HEAD + "<row><c t='str'><v>");
                    for (int i = 0; i < 1_000_000; i++) {
                        write(out, Long.toString(random.nextLong(), 36));
                    }
                }));
        lists.put(
                "xlsx bomb",
                () -> sheet(out -> {
                    write(out, HEAD + "<row><c t='str'><v>");
                    repeat(out, "x", 60_000_000);
                }));
        lists.put(
                "xlsx empty rows",
                () -> sheet(out -> {
                    write(out, HEAD);
                    repeat(out, "<row/>", 60_000_000);
                }));
        lists.put(
                "xlsx names",
                () -> sheet(out -> {
                    write(out, HEAD);
                    for (int i = 0; i < 1_000_000; i++) {
                        write(out, "<n" + Integer.toString(random.nextInt(), 36).replace('-', 'm') + "/>");
                    }
                    write(out, "</sheetData></worksheet>");
                }));
        lists.put(
                "xlsx attribute",
                () -> sheet(out -> {
                    write(out, HEAD + "<row r='");
                    repeat(out, "1", 20_000_000);
                }));
        lists.put(
                "xlsx comment",
                () -> sheet(out -> {
                    write(out, HEAD + "<!--");
                    for (int i = 0; i < 1_000_000; i++) {
                        write(out, Long.toString(random.nextLong(), 36));
                    }
                    write(out, "--></sheetData></worksheet>");
                }));
        lists.put(
                "xlsx columns",
                () -> sheet(out -> {
                    write(out, HEAD + "<row>");
                    repeat(out, "<c><v>1</v></c>", 1_500_000);
                }));
        lists.put(
                "xlsx depth",
                () -> sheet(out -> {
                    write(out, HEAD);
                    repeat(out, "<row><c>", 20_000_000);
                }));
        lists.put(
                "xlsx widths",
                () -> sheet(out -> {
                    write(out, "<cols><col min='1' max='2000000000' width='9'/></cols>");
                    write(out, HEAD + "</sheetData></worksheet>");
                }));
        lists.put(
                "xlsx links",
                () -> sheet(out -> {
                    write(out, HEAD + "</sheetData>");
                    for (int i = 0; i < 500_000; i++) {
                        write(out, "<hyperlink ref='A1' display='" + Integer.toString(random.nextInt(), 36) + "'/>");
                    }
                    write(out, "</worksheet>");
                }));
        lists.put(
                "xlsx wide row",
                () -> sheet(out -> {
                    write(out, HEAD + "<row>");
                    for (int i = 0; i < 200; i++) {
                        write(out, "<c t='inlineStr'><is><t>");
                        for (int j = 0; j < 4_000; j++) {
                            write(out, Integer.toString(random.nextInt(), 36));
                        }
                        write(out, "</t></is></c>");
                    }
                    write(out, "</row></sheetData></worksheet>");
                }));
        lists.put("xlsx styles", HostileWorkbooks::styles);
        lists.put(
                "xlsx parts",
                () -> file(zip -> {
                    for (int i = 0; i < 12_000; i++) {
                        zip.putNextEntry(new ZipEntry("xl/" + i));
                    }
                }));
        lists.put("xlsx texts", HostileWorkbooks::honest);
    }

    /** Not hostile, only long: 600,000 different texts. */
    private static void honest() {
        int rows = 100_000;
        file(zip -> {
            for (Map.Entry<String, String> part : Lists.parts("").entrySet()) {
                if (!part.getKey().endsWith("sheet1.xml")) {
                    part(zip, part.getKey(), out -> write(out, part.getValue()));
                }
            }
            part(zip, "xl/worksheets/sheet1.xml", out -> {
                write(out, Lists.SHEET + HEAD);
                for (int r = 0; r < rows; r++) {
                    write(out, "<row>");
                    for (int c = 0; c < 6; c++) {
                        write(out, "<c t='s'><v>" + (r * 6 + c) + "</v></c>");
                    }
                    write(out, "</row>");
                }
                write(out, "</sheetData></worksheet>");
            });
            part(zip, "xl/sharedStrings.xml", out -> {
                write(out, Lists.SHEET.replace("worksheet", "sst"));
                for (int i = 0; i < rows * 6; i++) {
                    write(out, "<si><t>岐阜県飛騨市古川町" + i + "</t></si>");
                }
                write(out, "</sst>");
            });
        });
    }

    /** As many styles as there may be. */
    private static void styles() {
        file(zip -> {
            String sheet = Lists.SHEET + HEAD + "</sheetData></worksheet>";
            for (Map.Entry<String, String> part : Lists.parts(sheet).entrySet()) {
                part(zip, part.getKey(), out -> write(out, part.getValue()));
            }
            part(zip, "xl/styles.xml", out -> {
                write(out, Lists.SHEET.replace("worksheet", "styleSheet") + "<cellXfs>");
                Random random = new Random(1);
                for (int i = 0; i < 35_000; i++) {
                    write(out, "<xf numFmtId='" + random.nextInt(1 << 20) + "'/>");
                }
                write(out, "</cellXfs></styleSheet>");
            });
        });
    }

    private static void sheet(Filling filling) {
        file(zip -> {
            for (Map.Entry<String, String> part : Lists.parts("").entrySet()) {
                boolean sheet = part.getKey().endsWith("sheet1.xml");
                part(zip, part.getKey(), out -> {
                    write(out, sheet ? Lists.SHEET : part.getValue());
                    if (sheet) {
                        filling.into(out);
                    }
                });
            }
        });
    }

    private interface Zip {
        void fill(ZipOutputStream zip) throws IOException;
    }

    private static void part(ZipOutputStream zip, String name, Filling filling) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        OutputStream out = new BufferedOutputStream(zip, 64 * 1024);
        filling.into(out);
        out.flush();
    }

    private static void file(Zip parts) {
        try {
            Path file = Files.createTempFile("hostile", ".xlsx");
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                parts.fill(zip);
            }
            try (InputStream in = Files.newInputStream(file)) {
                HostileLists.read(Format.XLSX, in);
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void repeat(OutputStream out, String text, long bytes) throws IOException {
        new Repeated("", text, bytes).transferTo(out);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
