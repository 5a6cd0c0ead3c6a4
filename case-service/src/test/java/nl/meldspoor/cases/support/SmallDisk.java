package nl.meldspoor.cases.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A disk of a few hundred megabytes that a test can fill to the last byte and free again. Only root can make one. */
public final class SmallDisk implements AutoCloseable {

    private static final int CHUNK_BYTES = 64 * 1024;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Empty when this machine does not let us: we are not root, or mounting is forbidden. */
    public static Optional<SmallDisk> of(int megabytes) throws IOException {
        Path folder = Files.createTempDirectory(
                "meldspoor-disk-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        if (run("mount", "-t", "tmpfs", "-o", "mode=711,size=" + megabytes + "m", "tmpfs", folder.toString())) {
            Files.createDirectory(folder.resolve("parts"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            return Optional.of(new SmallDisk(folder));
        }
        Files.delete(folder);
        return Optional.empty();
    }

    /** A folder on it that may be deleted. */
    public Path folder() {
        return folder.resolve("parts");
    }

    /** Writes until nothing more fits. */
    public void fill() throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        try (var out = Files.newOutputStream(ballast())) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException e) {
            if (Files.getFileStore(ballast()).getUsableSpace() >= CHUNK_BYTES) {
                throw e;
            }
        }
    }

    /** Gives back what {@link #fill} took. */
    public void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    @Override
    public void close() throws IOException {
        if (!run("umount", "--lazy", folder.toString())) {
            throw new IOException("cannot unmount the disk of the test");
        }
        Files.delete(folder);
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static boolean run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
