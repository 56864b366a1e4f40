package jp.kakawari.syncclient;

import java.nio.file.Path;

/** A file on this PC can't be written, most often because Excel holds it open. */
final class Unwritable extends Failed {

    private static final long serialVersionUID = 1;

    Unwritable(Path file) {
        super(Exit.REFUSED, "%s に書き込めません（Excelで開いていれば閉じてください）。".formatted(file));
    }

    @Override
    boolean mayPass() {
        return true;
    }
}
