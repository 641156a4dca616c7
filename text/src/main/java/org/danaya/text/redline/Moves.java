package org.danaya.text.redline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** That both ends of every move are there, once. */
final class Moves {

    private Moves() {}

    static void check(List<Change> changes) {
        Map<Integer, Change.Kept> from = new TreeMap<>();
        Map<Integer, Change.Kept> to = new TreeMap<>();
        for (Change change : changes) {
            boolean twice =
                    switch (change) {
                        case Change.MovedFrom end -> from.put(end.move(), end.line()) != null;
                        case Change.MovedTo end -> to.put(end.move(), end.line()) != null;
                        case Change.Kept _, Change.Inserted _, Change.Deleted _, Change.Table _ ->
                                false;
                    };
            if (twice) {
                throw new IllegalArgumentException("a move that has an end twice");
            }
        }
        if (!from.equals(to)) {
            throw new IllegalArgumentException("a move that has one end alone");
        }
    }
}
