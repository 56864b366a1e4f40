package jp.kakawari.registry.roster;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements and texts of one part of a workbook. XML parsers keep each name that they meet and each tag, text and
 * comment while they read it: here there may be only so many, so long and so deep.
 */
final class BoundedXml {

    private static final int MOST_BYTES_AT_ONCE = 256 * 1024;
    private static final int MOST_NAMES = 1_000;
    private static final int DEEPEST = 64;
    private static final XMLInputFactory FACTORY = factory();

    private final String part;
    private final Portion in;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;

    BoundedXml(String part, InputStream in) throws IOException {
        this.part = part;
        this.in = new Portion(in);
        try {
            this.xml = FACTORY.createXMLStreamReader(this.in);
        } catch (XMLStreamException broken) {
            throw unreadable(broken);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** The next event, one of {@link XMLStreamConstants}; {@code END_DOCUMENT} at the end. */
    int next() throws IOException {
        in.left = MOST_BYTES_AT_ONCE;
        int event;
        try {
            event = xml.next();
        } catch (XMLStreamException broken) {
            throw unreadable(broken);
        }
        if (event == XMLStreamConstants.DTD) {
            throw documentType();
        } else if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            count(xml.getLocalName());
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                count(xml.getAttributeLocalName(i));
            }
            for (int i = 0; i < xml.getNamespaceCount(); i++) {
                count(xml.getNamespacePrefix(i) + "=" + xml.getNamespaceURI(i));
            }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event;
    }

    /** The name of the element that starts or ends, without prefix. */
    String name() {
        return xml.getLocalName();
    }

    /** The namespace of the element that starts or ends, empty where it has none. */
    String namespace() {
        return Objects.requireNonNullElse(xml.getNamespaceURI(), "");
    }

    int depth() {
        return depth;
    }

    /** An attribute without prefix; null where the element has none. */
    String attribute(String attribute) {
        return xml.getAttributeValue("", attribute);
    }

    String text() {
        return xml.getText();
    }

    private void count(String name) {
        names.add(name);
        if (names.size() > MOST_NAMES || depth > DEEPEST) {
            throw tooMuch();
        }
    }

    private UnreadableRoster tooMuch() {
        return new UnreadableRoster(
                part,
                "it has more names, deeper elements or longer texts than office software writes; send CSV instead",
                "表計算ソフトのブックにはない数の要素名、深さ、または長さの要素があります。CSV形式で送信してください");
    }

    private UnreadableRoster documentType() {
        return new UnreadableRoster(
                part,
                "it has a document type (DOCTYPE), which could name entities; no workbook needs one",
                "文書型宣言（DOCTYPE）や実体参照を含むブックは受け付けません");
    }

    /** What the stream says goes on; what the XML is makes a refusal. */
    private UnreadableRoster unreadable(XMLStreamException broken) throws IOException {
        if (broken.getNestedException() instanceof IOException gone
                && !(gone instanceof CharConversionException)
                && !(gone instanceof ZipException)
                && !(gone instanceof EOFException)) {
            throw gone;
        }
        return new UnreadableRoster(part, "this is no XML as workbooks have it", "ブックのXMLとして正しくありません");
    }

    /** Gives only so many bytes until it is asked again. */
    private final class Portion extends FilterInputStream {

        private int left = MOST_BYTES_AT_ONCE;

        Portion(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left <= 0) {
                throw tooMuch();
            }
            int read = super.read(target, offset, length);
            left -= Math.max(read, 0);
            return read;
        }
    }
}
