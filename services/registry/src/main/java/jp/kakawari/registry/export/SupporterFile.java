package jp.kakawari.registry.export;

import java.io.Closeable;
import java.io.IOException;

/** The list as a file that is being written, line by line; it keeps none of them. */
interface SupporterFile extends Closeable {

    void add(Line line) throws IOException;
}
