package org.danaya.sigma.engine;

import java.util.ArrayList;
import java.util.List;
import org.danaya.sigma.rule.Part;
import org.danaya.sigma.rule.ValueTest;
import org.danaya.sigma.search.Literals;

/**
 * A check that is found out only when a rule asks: its tests have no piece by which they could be
 * looked for among those of other rules without being found everywhere, and no rule waits for it.
 */
final class Deferred {

    /** Of more tests, each would be asked one after the other for too long. */
    private static final int MOST = 24;

    /** Pieces of fewer bytes stand everywhere. */
    private static final int SHORT = 4;

    private final int number;
    private final int name;
    private final List<Table.Judge> judges;
    private final boolean nulls;

    private Deferred(int number, int name, List<ValueTest> tests) {
        this.number = number;
        this.name = name;
        this.judges = new ArrayList<>();
        this.nulls = tests.contains(new ValueTest.Null());
        for (ValueTest test : tests) {
            judges.add(Judges.of(test));
        }
    }

    /** Whether these tests are better asked when needed. */
    static boolean fits(List<ValueTest> tests) {
        return tests.size() <= MOST && tests.stream().anyMatch(Deferred::isEverywhere);
    }

    private static boolean isEverywhere(ValueTest test) {
        return switch (test) {
            case ValueTest.Glob(List<Part> parts, boolean unused) -> isEverywhere(parts);
            case ValueTest.Regex regex -> Expression.literal(regex).isEmpty();
            default -> false;
        };
    }

    private static boolean isEverywhere(List<Part> parts) {
        Piece piece = Piece.longest(parts);
        if (!piece.isThere()) {
            return parts.size() > 1 || !(parts.getFirst() instanceof Part.AnyRun);
        }
        return piece.place(parts) == Literals.Place.ANYWHERE && piece.folded().length <= SHORT;
    }

    /**
     * Asks these tests of the texts of a name, or of all where it is {@link Slots#UNNAMED}.
     *
     * @param number from 0, among those of its engine
     */
    static Deferred of(int number, int name, List<ValueTest> tests) {
        return new Deferred(number, name, tests);
    }

    /** Whether a value of the event passes one of the tests. */
    boolean holds(Slots slots, Asked asked) {
        for (int i = 0; i < slots.count; i++) {
            if ((name == Slots.UNNAMED || slots.name[i] == name) && passes(slots, i, asked)) {
                return true;
            }
        }
        return false;
    }

    private boolean passes(Slots slots, int at, Asked asked) {
        byte kind = slots.kind[at];
        if (kind == Kind.NULL) {
            return nulls;
        }
        if (kind == Kind.CONTAINER) {
            return false;
        }
        Known.Value known = asked.known(at);
        int answer = known == null ? 0 : known.answer(number);
        if (answer != 0) {
            return answer == Known.YES;
        }
        boolean fits = fits(asked.text(slots, at));
        if (known != null) {
            known.answered(number, fits);
        }
        return fits;
    }

    private boolean fits(Text text) {
        for (Table.Judge judge : judges) {
            if (judge.fits(text)) {
                return true;
            }
        }
        return false;
    }
}
