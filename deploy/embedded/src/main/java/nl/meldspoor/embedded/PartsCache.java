package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Unpacked parts, one folder per checksum of the archive, shared by every clone and every test of this user.
 *
 * <p>A folder appears under its name only when it is complete (unpacked beside it, then renamed), and one process
 * unpacks while others wait, so an interrupted start leaves nothing half done behind.
 */
final class PartsCache {

    /** What makes the content of a fresh folder. */
    interface Preparation {
        void into(Path folder) throws IOException;
    }

    private PartsCache() {}

    /** The folder with {@code bin/initdb}, {@code bin/pg_ctl} and {@code bin/postgres}. */
    static Path postgres() {
        var jar = Parts.postgresJar();
        return prepared("postgres", jar, "", folder -> {
            try (var zip = new ZipFile(jar.toFile());
                    var in = zip.getInputStream(zip.getEntry("postgres-linux-x86_64.txz"))) {
                untar(new XZCompressorInputStream(in), folder);
            }
        });
    }

    /** A folder made from {@code archive} once; {@code variant} tells apart folders made from it in different ways. */
    static Path prepared(String name, Path archive, String variant, Preparation preparation) {
        var folder = root().resolve(name + "-" + checksum(archive, variant));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.createDirectories(root());
            var lock = root().resolve(name + ".lock");
            synchronized (PartsCache.class) {
                try (var channel =
                                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var held = channel.lock()) {
                    if (!Files.isDirectory(folder)) {
                        var fresh = Files.createTempDirectory(root(), name + "-new-");
                        preparation.into(fresh);
                        Files.setPosixFilePermissions(
                                fresh, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
                        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("could not unpack " + archive.getFileName() + " into " + root(), e);
        }
    }

    /** Unpacks a zip whose entries stand in one top folder; that folder is left out. */
    static void unzip(Path archive, Path target) throws IOException {
        try (var zip = org.apache.commons.compress.archivers.zip.ZipFile.builder()
                .setPath(archive)
                .get()) {
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                ZipArchiveEntry entry = entries.nextElement();
                var slash = entry.getName().indexOf('/');
                var name = entry.getName().substring(slash + 1);
                if (name.isEmpty()) {
                    continue;
                }
                var path = inside(target, name);
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    try (var in = zip.getInputStream(entry)) {
                        Files.copy(in, path);
                    }
                    setExecutable(path, entry.getUnixMode());
                }
            }
        }
    }

    private static void untar(InputStream tar, Path target) throws IOException {
        try (var in = new TarArchiveInputStream(tar)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var path = inside(target, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(path, inside(target, entry.getLinkName()));
                } else {
                    Files.copy(in, path);
                    setExecutable(path, entry.getMode());
                }
            }
        }
    }

    private static Path inside(Path target, String name) throws IOException {
        var path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("expected a name inside the archive, but was " + name);
        }
        return path;
    }

    private static void setExecutable(Path path, int unixMode) {
        if ((unixMode & 0111) != 0) {
            path.toFile().setExecutable(true, false);
        }
    }

    private static Path root() {
        var given = System.getenv("XDG_CACHE_HOME");
        var caches = given == null || given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return caches.resolve("meldspoor").toAbsolutePath();
    }

    private static String checksum(Path archive, String variant) {
        try (var in = Files.newInputStream(archive)) {
            var digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            digest.update(variant.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + archive, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
