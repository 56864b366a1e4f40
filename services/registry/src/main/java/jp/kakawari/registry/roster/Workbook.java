package jp.kakawari.registry.roster;

import jp.kakawari.registry.roster.Markup.Event;

/** Where a workbook keeps its first sheet, its texts and its styles. */
final class Workbook {

    private static final String ROOT = "_rels/.rels";

    private final ZipParts parts;
    private String workbook = "xl/workbook.xml";
    private boolean from1904;
    private String sheetId;
    private String sheet;
    private String strings;
    private String styles;

    Workbook(ZipParts parts) {
        this.parts = parts;
        if (parts.has(ROOT)) {
            find(ROOT, "Relationship", this::root);
        }
        find(workbook, "sheet", this::sheet);
        find(folder() + "_rels/" + workbook.substring(folder().length()) + ".rels", "Relationship", this::part);
        if (sheet == null) {
            throw new UnreadableRoster(workbook, "the workbook has no sheet", "ブックにシートがありません");
        }
    }

    /** The part with the first sheet. */
    String sheet() {
        return sheet;
    }

    /** The part with the texts, null where there is none. */
    String strings() {
        return strings;
    }

    /** The part with the styles, null where there is none. */
    String styles() {
        return styles;
    }

    /** Whether days are counted from 1904 on, as on old Macs. */
    boolean from1904() {
        return from1904;
    }

    private interface Element {
        void read(Markup markup);
    }

    private void find(String part, String element, Element found) {
        try (Markup markup = new Markup(part, parts.open(part))) {
            for (Event event = markup.next(); event != Event.NOTHING; event = markup.next()) {
                if (event == Event.START
                        && (markup.name().equals(element) || markup.name().equals("workbookPr"))) {
                    found.read(markup);
                }
            }
        }
    }

    private void root(Markup relation) {
        if (is(relation, "/officeDocument")) {
            workbook = path("", target(relation));
        }
    }

    private void sheet(Markup element) {
        if (element.name().equals("workbookPr")) {
            String flag = element.attribute("date1904");
            from1904 = "1".equals(flag) || "true".equals(flag);
        } else if (sheetId == null) {
            sheetId = element.attribute("id");
        }
    }

    private void part(Markup relation) {
        String path = path(folder(), target(relation));
        String id = relation.attribute("Id");
        if (id != null && id.equals(sheetId)) {
            sheet = path;
        } else if (is(relation, "/sharedStrings")) {
            strings = path;
        } else if (is(relation, "/styles")) {
            styles = path;
        }
    }

    private String folder() {
        return workbook.substring(0, workbook.lastIndexOf('/') + 1);
    }

    private static boolean is(Markup relation, String kind) {
        String type = relation.attribute("Type");
        return type != null && type.endsWith(kind);
    }

    private static String target(Markup relation) {
        String target = relation.attribute("Target");
        return target == null ? "" : target;
    }

    private static String path(String folder, String target) {
        return target.startsWith("/") ? target.substring(1) : folder + target;
    }
}
