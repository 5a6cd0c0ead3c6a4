package nl.meldspoor.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks for words in files and texts: as they are, in small letters, in hexadecimal digits and in base64 at any offset. */
final class WordSearch {

    private final Map<String, String> wordByPattern = new LinkedHashMap<>();

    WordSearch(List<String> words) {
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            add(word, bytes, word);
            add(word, bytes, word.toLowerCase(Locale.ROOT));
            StringBuilder hex = new StringBuilder();
            for (byte b : bytes) {
                hex.append("%02x".formatted(b));
            }
            add(word, bytes, hex.toString());
            for (int skip = 0; skip < 3; skip++) {
                int length = (bytes.length - skip) / 3 * 3;
                add(word, bytes, Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(bytes, skip, skip + length)));
            }
        }
    }

    private void add(String word, byte[] bytes, String pattern) {
        if (bytes.length < 8) {
            throw new IllegalArgumentException("expected a word of eight letters or more, but was " + word);
        }
        wordByPattern.put(pattern, word);
    }

    /** The words in that text. */
    List<String> in(String text) {
        return wordByPattern.entrySet().stream()
                .filter(p -> text.contains(p.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    /** "word in file" for every file under the folder that holds one; {@code leaveOut} and what is under it is not read. */
    List<String> under(Path folder, Path leaveOut) {
        List<String> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return directory.equals(leaveOut) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && !file.equals(leaveOut)) {
                        try {
                            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                            in(content).forEach(word -> found.add(word + " in " + folder.relativize(file)));
                        } catch (NoSuchFileException e) {
                            return visitFileFailed(file, e);
                        }
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        // a log segment that went while we looked
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
