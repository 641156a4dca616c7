package org.danaya.text.redline;

import java.util.ArrayList;
import java.util.List;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;

/**
 * Two versions of a text, aligned.
 *
 * <p>{@link #before()} is the former version and {@link #after()} the later one, block by block,
 * whatever was found to have moved or changed.
 *
 * @param language of the later version, as in {@link Flow}
 * @param formerTitle as in the former {@link Flow}
 * @param title as in the later {@link Flow}
 * @param changes from top to bottom; what is gone stands where it stood, before what came in its
 *     place
 */
public record Redline(String language, String formerTitle, String title, List<Change> changes) {

    /** Both ends of every move are there, or it is no move. */
    public Redline {
        changes = List.copyOf(changes);
        Moves.check(changes);
    }

    /** The former version. */
    public Flow before() {
        return new Flow(language, formerTitle, before(changes));
    }

    /** The later version. */
    public Flow after() {
        return new Flow(language, title, after(changes));
    }

    /** What these say of the former version. */
    public static List<Block> before(List<Change> changes) {
        List<Block> blocks = new ArrayList<>();
        for (Change change : changes) {
            switch (change) {
                case Change.Kept kept -> blocks.add(kept.before());
                case Change.Deleted deleted -> blocks.add(deleted.block());
                case Change.MovedFrom from -> blocks.add(from.line().before());
                case Change.Table table -> blocks.add(table.before());
                case Change.Inserted _, Change.MovedTo _ -> {}
            }
        }
        return List.copyOf(blocks);
    }

    /** What these say of the later version. */
    public static List<Block> after(List<Change> changes) {
        List<Block> blocks = new ArrayList<>();
        for (Change change : changes) {
            switch (change) {
                case Change.Kept kept -> blocks.add(kept.after());
                case Change.Inserted inserted -> blocks.add(inserted.block());
                case Change.MovedTo to -> blocks.add(to.line().after());
                case Change.Table table -> blocks.add(table.after());
                case Change.Deleted _, Change.MovedFrom _ -> {}
            }
        }
        return List.copyOf(blocks);
    }
}
