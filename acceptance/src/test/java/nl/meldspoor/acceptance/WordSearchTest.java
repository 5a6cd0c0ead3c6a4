package nl.meldspoor.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search that proves that a word is nowhere finds it where it is. */
class WordSearchTest {

    private final WordSearch search = new WordSearch(List.of("Zqxwplant"));

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void aWordIsFoundInEveryGuise(String before) {
        byte[] bytes = (before + "Zqxwplant7 and more").getBytes(StandardCharsets.UTF_8);

        assertThat(search.in(new String(bytes, StandardCharsets.UTF_8))).containsExactly("Zqxwplant");
        assertThat(search.in("ZQXWPLANT zqxwplant")).containsExactly("Zqxwplant");
        assertThat(search.in(HexFormat.of().formatHex(bytes))).containsExactly("Zqxwplant");
        assertThat(search.in(Base64.getEncoder().encodeToString(bytes))).containsExactly("Zqxwplant");
        assertThat(search.in("nothing of it")).isEmpty();
    }

    @Test
    void theFileIsNamedAndWhatIsLeftOutIsNotRead(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("a/b"));
        Files.createDirectories(folder.resolve("left"));
        Files.write(folder.resolve("a/b/file"), new byte[] {0, (byte) 0xff, 'Z', 'q', 'x', 'w', 'p', 'l', 'a', 'n', 't', 0});
        Files.writeString(folder.resolve("left/file"), "Zqxwplant");

        assertThat(search.under(folder, folder.resolve("left"))).containsExactly("Zqxwplant in " + Path.of("a/b/file"));
    }
}
