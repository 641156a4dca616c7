package org.danaya.text.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells the paragraphs without a number of one part from one another: where a part has several of
 * them, or one after numbered ones, each is a part of its own ({@code alinea}).
 */
final class Alineas {

    private Alineas() {}

    static List<Block> told(List<Block> blocks) {
        List<Block> told = new ArrayList<>(blocks.size());
        int begin = 0;
        for (int at = 0; at <= blocks.size(); at++) {
            if (at == blocks.size() || heads(blocks.get(at))) {
                told.addAll(one(blocks.subList(begin, at), begin == 0));
                begin = at;
            }
        }
        return told;
    }

    private static boolean heads(Block block) {
        return block instanceof Line line && line.role() == Role.HEADING;
    }

    /** What is below one heading. */
    private static List<Block> one(List<Block> part, boolean atTop) {
        long texts = part.stream().filter(Alineas::isText).count();
        boolean numberedBefore = false;
        boolean textAfter = false;
        for (Block block : part) {
            textAfter |= isText(block) && numberedBefore;
            numberedBefore |= block instanceof Line line && !line.opens().isEmpty() && !heads(line);
        }
        if (texts == 0 || (texts == 1 && !textAfter && !atTop)) {
            return part;
        }
        return part.stream().map(block -> isText(block) ? opened((Line) block) : block).toList();
    }

    private static boolean isText(Block block) {
        return block instanceof Line line
                && line.role() == Role.BODY
                && line.level() == 0
                && line.opens().isEmpty();
    }

    private static Block opened(Line line) {
        return new Line(line.place(), "alinea", line.role(), 0, line.number(), line.inlines());
    }
}
