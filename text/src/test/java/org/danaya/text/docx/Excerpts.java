package org.danaya.text.docx;

import java.util.List;
import java.util.Random;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;

/** What follows one another somewhere in a text. */
final class Excerpts {

    private final Random random;
    private final Flow text;

    Excerpts(long seed, Flow text) {
        this.random = new Random(seed);
        this.text = text;
    }

    /** So many blocks, or the whole text where it has no more. */
    Flow flow(int blocks) {
        List<Block> all = text.blocks();
        int from = random.nextInt(Math.max(1, all.size() - blocks + 1));
        List<Block> some = all.subList(from, Math.min(all.size(), from + blocks));
        return new Flow(text.language(), text.title(), some);
    }
}
