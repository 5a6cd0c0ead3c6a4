package nl.meldspoor.cases.history.extracts;

import java.util.List;

/**
 * A part of an extract.
 *
 * @param source which document asks for it
 */
public record Section(String title, String source, List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }
}
