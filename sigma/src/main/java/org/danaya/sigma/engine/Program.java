package org.danaya.sigma.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Formulas as branches in one array: a check, where to go when it holds, and where when it doesn't.
 * What is found out only when asked stands there as its complement, below 0.
 */
final class Program {

    static final int YES = -1;
    static final int NO = -2;
    private static final int SIZE = 3;

    private final List<int[]> branches = new ArrayList<>();
    private final Odds odds;
    private final IntPredicate asked;

    Program(Odds odds, IntPredicate asked) {
        this.odds = odds;
        this.asked = asked;
    }

    /** Adds a formula; where it begins. */
    int add(Formula formula) {
        return add(formula, YES, NO);
    }

    private int add(Formula formula, int yes, int no) {
        return switch (formula) {
            case Formula.Holds(int check) -> branch(check, yes, no);
            case Formula.Fails(int check) -> branch(check, no, yes);
            case Formula.And(List<Formula> parts) -> {
                int next = yes;
                for (Formula part : ordered(parts, -1)) {
                    next = add(part, next, no);
                }
                yield next;
            }
            case Formula.Or(List<Formula> parts) -> {
                int next = no;
                for (Formula part : ordered(parts, 1)) {
                    next = add(part, yes, next);
                }
                yield next;
            }
        };
    }

    /**
     * From the last that is asked to the first: the least likely first, or the most likely.
     *
     * @param sign -1 for the least likely first, 1 for the most likely
     */
    private List<Formula> ordered(List<Formula> parts, int sign) {
        List<Formula> ordered = new ArrayList<>(parts.size());
        double[] keys = new double[parts.size()];
        for (Formula part : parts) {
            double key = sign * odds.of(part);
            int at = ordered.size();
            while (at > 0 && keys[at - 1] >= key) {
                keys[at] = keys[at - 1];
                at--;
            }
            keys[at] = key;
            ordered.add(at, part);
        }
        return ordered;
    }

    private int branch(int check, int yes, int no) {
        branches.add(new int[] {asked.test(check) ? ~check : check, yes, no});
        return (branches.size() - 1) * SIZE;
    }

    /** All of it. */
    int[] code() {
        int[] code = new int[branches.size() * SIZE];
        for (int i = 0; i < branches.size(); i++) {
            System.arraycopy(branches.get(i), 0, code, i * SIZE, SIZE);
        }
        return code;
    }
}
