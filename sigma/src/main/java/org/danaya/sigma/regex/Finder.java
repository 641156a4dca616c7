package org.danaya.sigma.regex;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A regular expression that is looked for in texts of UTF-8. Shared by threads. */
public final class Finder {

    private final Tree tree;
    private volatile @Nullable Automaton automaton;
    private volatile boolean tooLarge;

    /** Whether something was found. */
    public enum Answer {
        FOUND,
        NOT_FOUND,
        /** The bytes are no UTF-8, or the expression is too large to be run so. */
        NOT_TEXT
    }

    private Finder(Tree tree) {
        this.tree = tree;
    }

    /**
     * A finder of an expression of RE2 that is right; nothing where it isn't understood here.
     *
     * @param multiLine whether {@code ^} and {@code $} are at the ends of lines
     * @param dotAll whether {@code .} is the end of a line too
     */
    public static Optional<Finder> of(
            String expression, boolean ignoreCase, boolean multiLine, boolean dotAll) {
        return TreeReader.read(expression, ignoreCase, multiLine, dotAll).map(Finder::new);
    }

    /**
     * Texts of ASCII that stand one after the other, in whatever case, in all texts in which
     * something is found.
     */
    public List<String> literals() {
        return Needs.literals(tree);
    }

    /** How many characters such a text has at least. */
    public int length() {
        return Needs.length(tree);
    }

    /** Looks in the first bytes of a text. */
    public Answer find(byte[] text, int length) {
        Automaton known = automaton;
        Automaton made = known == null ? automaton() : known;
        return made == null ? Answer.NOT_TEXT : made.find(text, length);
    }

    private synchronized @Nullable Automaton automaton() {
        if (automaton == null && !tooLarge) {
            try {
                automaton = new Automaton(new Program(tree));
            } catch (Program.TooLarge e) {
                tooLarge = true;
            }
        }
        return automaton;
    }
}
