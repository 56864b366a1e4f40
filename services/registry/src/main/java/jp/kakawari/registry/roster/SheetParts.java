package jp.kakawari.registry.roster;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.poifs.filesystem.FileMagic;

/**
 * Copies those parts of a workbook that its rows are read from, and refuses it where one is more than a workbook has:
 * what the library reads, it may read in constant memory.
 */
final class SheetParts {

    private static final int MOST_PARTS = 10_000;
    private static final Pattern LONG =
            Pattern.compile("(?i)[^/]+/worksheets/[^/]+\\.xml|[^/]+/sharedstrings[^/]*\\.xml");
    private static final Pattern SHORT = Pattern.compile(
            "(?i)\\[content_types]\\.xml|_rels/\\.rels|[^/]+/(_rels/)?workbook[^/]*|[^/]+/styles[^/]*\\.xml");

    private final Limits limits;
    private final InputStream packed;
    private final ZipArchiveInputStream in;
    private final ZipOutputStream out;
    private final Set<String> names = new HashSet<>();
    private long inflated;

    private SheetParts(InputStream in, OutputStream out, Limits limits) {
        this.limits = limits;
        this.packed = in;
        this.in = new ZipArchiveInputStream(in);
        this.out = new ZipOutputStream(out);
        this.out.setLevel(Deflater.NO_COMPRESSION);
    }

    /** @throws IOException when there is no room for the copy */
    static void copy(InputStream in, OutputStream out, Limits limits) throws IOException {
        InputStream upload = new BufferedInputStream(new Upload(in));
        if (FileMagic.valueOf(upload) == FileMagic.OLE2) {
            throw withPassword();
        }
        try {
            new SheetParts(upload, out, limits).copy();
        } catch (ZipException | EOFException damaged) {
            throw damaged();
        }
    }

    private void copy() throws IOException {
        ZipArchiveEntry part = nextPart();
        if (part == null) {
            throw damaged();
        }
        while (part != null) {
            Inflating content = copy(part.getName());
            ZipArchiveEntry next = nextPart();
            if (content.crc.getValue() != part.getCrc()) {
                throw damaged();
            }
            part = next;
        }
        packed.transferTo(OutputStream.nullOutputStream());
        out.finish();
    }

    /** Whatever the library says of the upload's bytes, they are damaged: room fails only where something is written. */
    private ZipArchiveEntry nextPart() {
        try {
            return in.getNextEntry();
        } catch (IOException broken) {
            throw damaged();
        }
    }

    private Inflating copy(String name) throws IOException {
        if (!names.add(name.toLowerCase(Locale.ROOT)) || names.size() > MOST_PARTS) {
            throw new UnreadableRoster(
                    "zip", "it has more parts than a workbook, or one twice", "構成要素が多すぎるか重複しています。Excelブックではありません");
        }
        Inflating content = new Inflating(name);
        if (LONG.matcher(name).matches()) {
            out.putNextEntry(new ZipEntry(name));
            OutputStream buffer = new BufferedOutputStream(out, 64 * 1024);
            new SheetCopy(new BoundedXml(name, content), buffer, limits).write();
            buffer.flush();
        } else if (SHORT.matcher(name).matches()) {
            out.putNextEntry(new ZipEntry(name));
            out.write(wellFormed(name, content));
        }
        content.transferTo(OutputStream.nullOutputStream());
        return content;
    }

    private byte[] wellFormed(String name, InputStream content) throws IOException {
        byte[] part = content.readNBytes(limits.workbookPartBytes() + 1);
        if (part.length > limits.workbookPartBytes()) {
            throw new UnreadableRoster(
                    name,
                    "this part has more than %,d bytes; send CSV instead".formatted(limits.workbookPartBytes()),
                    "この構成要素が%,dバイトを超えています。CSV形式で送信してください".formatted(limits.workbookPartBytes()));
        }
        BoundedXml xml = new BoundedXml(name, new ByteArrayInputStream(part));
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; ) {
            event = xml.next();
        }
        return part;
    }

    private static UnreadableRoster withPassword() {
        return new UnreadableRoster(
                "file",
                "this is a workbook with a password or of Excel 97-2003; save it as .xlsx without a password",
                "パスワード付き、または旧形式（.xls）のブックです。パスワードのない.xlsx形式で保存し直してください");
    }

    static UnreadableRoster damaged() {
        return new UnreadableRoster("zip", "this is no xlsx workbook, or a damaged one", "xlsx形式のブックではないか、壊れています");
    }

    /** One part as it is inflated. */
    private final class Inflating extends InputStream {

        private final String name;
        private final CRC32 crc = new CRC32();
        private long length;

        Inflating(String name) {
            this.name = name;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            int read = inflate(target, offset, count);
            if (read < 0) {
                return read;
            }
            crc.update(target, offset, read);
            length += read;
            inflated += read;
            if (inflated > limits.bytes()) {
                throw new RosterTooLarge(limits.bytes());
            }
            Inflation.mustBePlausible(name, in.getCompressedCount(), length);
            return read;
        }
    }

    private int inflate(byte[] target, int offset, int count) {
        try {
            return in.read(target, offset, count);
        } catch (IOException broken) {
            throw damaged();
        }
    }

    /** The upload, whose breaking off is not the workbook's. */
    private static final class Upload extends FilterInputStream {

        Upload(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            try {
                return super.read(target, offset, length);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
