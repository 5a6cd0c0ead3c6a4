package nl.meldspoor.reporting.web.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files in a zip, in the order in which they are put in. */
final class Bundle {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
    private final Instant made;

    Bundle(Instant made) {
        this.made = made;
    }

    Bundle with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Bundle with(String name, byte[] content) {
        try {
            var entry = new ZipEntry(name);
            entry.setLastModifiedTime(FileTime.from(made));
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
