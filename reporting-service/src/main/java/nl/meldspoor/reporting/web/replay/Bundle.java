package nl.meldspoor.reporting.web.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files in a zip, in the order in which they are put in; each is on its way as soon as it is. */
final class Bundle {

    private final ZipOutputStream zip;
    private final Instant made;

    Bundle(OutputStream to, Instant made) {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        this.made = made;
    }

    Bundle with(String name, String text) throws IOException {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Bundle with(String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(made));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
        zip.flush();
        return this;
    }

    /** Without it a zip is not whole. */
    void end() throws IOException {
        zip.finish();
        zip.flush();
    }
}
