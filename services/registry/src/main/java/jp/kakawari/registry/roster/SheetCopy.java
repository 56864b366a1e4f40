package jp.kakawari.registry.roster;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Copies the rows of a sheet, or the texts of a workbook, with what the library shall read of them: no columns, links
 * and merged cells (it keeps them all), no formulas, no runs and no readings (ふりがな) in a text.
 */
final class SheetCopy {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final int LONGEST_CELL = 32_767;
    private static final int MOST_CELLS = 16_384;
    private static final String[] OF_A_CELL = {"r", "s", "t"};

    private final BoundedXml xml;
    private final XMLStreamWriter out;
    private final Limits limits;
    private final int longestCell;
    private final StringBuilder text = new StringBuilder();
    private String sheetNamespace;
    private int textDepth;
    private int readingDepth;
    private long line;
    private int cells;
    private int filled;
    private boolean isoDate;

    SheetCopy(BoundedXml xml, OutputStream out, Limits limits) throws IOException {
        this.xml = xml;
        this.limits = limits;
        this.longestCell = Math.min(LONGEST_CELL, limits.rowCharacters());
        try {
            this.out = FACTORY.createXMLStreamWriter(out, "UTF-8");
        } catch (XMLStreamException full) {
            throw new IOException(full);
        }
    }

    void write() throws IOException {
        try {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    start();
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    end();
                } else if (event == XMLStreamConstants.CHARACTERS && textDepth > 0 && readingDepth == 0) {
                    append(xml.text());
                }
            }
            out.flush();
        } catch (XMLStreamException full) {
            throw new IOException(full);
        }
    }

    private void start() throws XMLStreamException {
        if (xml.depth() == 1) {
            root();
        } else if (xml.namespace().equals(sheetNamespace)) {
            element();
        }
    }

    private void root() throws XMLStreamException {
        sheetNamespace = xml.namespace();
        out.writeStartElement("", xml.name(), sheetNamespace);
        out.writeDefaultNamespace(sheetNamespace);
    }

    private void element() throws XMLStreamException {
        switch (xml.name()) {
            case "sheetData" -> out.writeStartElement("sheetData");
            case "row" -> row();
            case "c" -> cell();
            case "v", "is", "si" -> text.setLength(0);
            default -> {
                /* passed over */
            }
        }
        if (xml.name().equals("v") || xml.name().equals("t")) {
            textDepth++;
        } else if (xml.name().equals("rPh")) {
            readingDepth++;
        }
    }

    private void row() throws XMLStreamException {
        String number = xml.attribute("r");
        line = number != null && number.matches("[0-9]{1,7}") ? Long.parseLong(number) : line + 1;
        cells = 0;
        filled = 0;
        out.writeStartElement("row");
        if (number != null) {
            out.writeAttribute("r", number);
        }
    }

    private void cell() throws XMLStreamException {
        cells++;
        if (cells > MOST_CELLS) {
            throw tooMuch();
        }
        out.writeStartElement("c");
        isoDate = "d".equals(xml.attribute("t"));
        for (String attribute : OF_A_CELL) {
            String value = xml.attribute(attribute);
            if (value != null) {
                out.writeAttribute(attribute, isoDate && attribute.equals("t") ? "str" : value);
            }
        }
    }

    private void append(String piece) {
        text.append(piece);
        if (text.length() > longestCell) {
            throw tooMuch();
        }
    }

    private void end() throws XMLStreamException {
        if (xml.depth() == 0) {
            out.writeEndDocument();
        } else if (xml.namespace().equals(sheetNamespace)) {
            close();
        }
    }

    private void close() throws XMLStreamException {
        switch (xml.name()) {
            case "sheetData", "row", "c" -> out.writeEndElement();
            case "t" -> textDepth--;
            case "rPh" -> readingDepth--;
            case "v" -> {
                textDepth--;
                value();
            }
            case "is", "si" -> rich();
            default -> {
                /* passed over */
            }
        }
    }

    private void value() throws XMLStreamException {
        if (!text.isEmpty()) {
            fill();
            if (isoDate && text.indexOf("T") == 10) {
                text.setLength(10);
            }
            write("v");
        }
    }

    private void rich() throws XMLStreamException {
        if (xml.name().equals("is")) {
            fill();
        }
        out.writeStartElement(xml.name());
        write("t");
        out.writeEndElement();
    }

    private void fill() {
        filled++;
        if (filled > limits.columns()) {
            throw tooMuch();
        }
    }

    private void write(String element) throws XMLStreamException {
        out.writeStartElement(element);
        out.writeCharacters(text.toString());
        out.writeEndElement();
    }

    private UnreadableRoster tooMuch() {
        return SheetRows.tooMuch(line, limits);
    }
}
