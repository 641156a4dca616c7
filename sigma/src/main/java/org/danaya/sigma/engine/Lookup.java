package org.danaya.sigma.engine;

import org.danaya.sigma.search.Found;
import org.danaya.sigma.search.Search;

/**
 * All that is asked of the texts of a field: of its own, and of texts anywhere. Shared by threads.
 */
final class Lookup {

    private final Table own;
    private final Table anywhere;
    private final Search search;

    Lookup(Table own, Table anywhere) {
        this.own = own;
        this.anywhere = anywhere;
        search = new Search(own.literals(), anywhere.literals());
    }

    /** The checks that a null satisfies. */
    int[] nulls() {
        return own.nulls();
    }

    /** What one thread found in a text. */
    static final class Finds {
        private final Found own = new Found(64);
        private final Found anywhere = new Found(64);
    }

    /** Adds the checks that a text satisfies to a set of them. */
    void look(Text text, Finds finds, Found satisfied) {
        finds.own.begin(own.size());
        finds.anywhere.begin(anywhere.size());
        search.find(text.folded(), text.foldedLength(), finds.own, finds.anywhere);
        own.judge(text, finds.own, satisfied);
        anywhere.judge(text, finds.anywhere, satisfied);
    }
}
