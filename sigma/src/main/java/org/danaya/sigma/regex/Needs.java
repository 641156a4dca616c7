package org.danaya.sigma.regex;

import java.util.ArrayList;
import java.util.List;

/** What a text holds at least in which an expression finds something. */
final class Needs {

    private final List<String> literals = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();

    private Needs() {}

    /**
     * Texts that stand in it one after the other, whatever their case; of ASCII, in no letter that
     * has another case outside of it.
     */
    static List<String> literals(Tree tree) {
        Needs needs = new Needs();
        needs.look(tree);
        needs.end();
        return List.copyOf(needs.literals);
    }

    /** How many characters it has at least. */
    static int length(Tree tree) {
        return switch (tree) {
            case Tree.One unused -> 1;
            case Tree.At unused -> 0;
            case Tree.Sequence(List<Tree> parts) -> {
                int sum = 0;
                for (Tree part : parts) {
                    sum = Math.min(Short.MAX_VALUE, sum + length(part));
                }
                yield sum;
            }
            case Tree.Choice(List<Tree> parts) ->
                    parts.stream().mapToInt(Needs::length).min().orElse(0);
            case Tree.Repeat(Tree part, int least, int unused) ->
                    Math.min(Short.MAX_VALUE, least * length(part));
        };
    }

    private void look(Tree tree) {
        switch (tree) {
            case Tree.One(CharSet set) -> one(set);
            case Tree.At unused -> {}
            case Tree.Sequence(List<Tree> parts) -> parts.forEach(this::look);
            case Tree.Choice unused -> end();
            case Tree.Repeat(Tree part, int least, int unused) -> {
                if (least > 0) {
                    if (!(part instanceof Tree.One)) {
                        end();
                    }
                    look(part);
                }
                end();
            }
        }
    }

    private void one(CharSet set) {
        List<CharSet.Range> ranges = set.ranges();
        CharSet.Range first = ranges.isEmpty() ? new CharSet.Range(0, 1) : ranges.getFirst();
        CharSet.Range last = ranges.isEmpty() ? first : ranges.getLast();
        boolean single = first.from() == first.to() && last.from() == last.to();
        boolean alone = ranges.size() == 1;
        boolean cases =
                ranges.size() == 2
                        && first.from() >= 'A'
                        && first.from() <= 'Z'
                        && last.from() == first.from() - 'A' + 'a';
        if (single && last.to() < 0x80 && (alone || cases)) {
            run.append((char) last.to());
        } else {
            end();
        }
    }

    private void end() {
        if (!run.isEmpty()) {
            literals.add(run.toString());
            run.setLength(0);
        }
    }
}
