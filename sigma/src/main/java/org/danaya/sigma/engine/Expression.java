package org.danaya.sigma.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.danaya.sigma.regex.Finder;
import org.danaya.sigma.rule.ValueTest;
import org.danaya.sigma.search.Sequence;

/**
 * A regular expression, which runs only where what it needs is there: its literals one after the
 * other, and enough characters.
 */
final class Expression implements Table.Judge {

    /** Shorter literals stand everywhere. */
    private static final int LEAST = 3;

    private final ValueTest.Regex regex;
    private final Optional<Finder> finder;
    private final Sequence literals;
    private final int length;

    Expression(ValueTest.Regex regex) {
        this.regex = regex;
        finder = finder(regex);
        List<String> needed = finder.map(Finder::literals).orElse(List.of());
        literals = new Sequence(needed.stream().map(Folding::fold).toList());
        length = finder.map(Finder::length).orElse(0);
    }

    private static Optional<Finder> finder(ValueTest.Regex regex) {
        return Finder.of(regex.pattern(), regex.ignoreCase(), regex.multiLine(), regex.dotAll());
    }

    /**
     * The longest text of at least three characters without which the expression finds nothing,
     * whatever its case.
     */
    static Optional<String> literal(ValueTest test) {
        return test instanceof ValueTest.Regex regex
                ? finder(regex).stream()
                        .flatMap(known -> known.literals().stream())
                        .filter(literal -> literal.length() >= LEAST)
                        .max(Comparator.comparingInt(String::length))
                : Optional.empty();
    }

    @Override
    public boolean fits(Text text) {
        if (text.foldedLength() < length || !literals.isIn(text.folded(), text.foldedLength())) {
            return false;
        }
        Finder.Answer answer =
                finder.map(known -> known.find(text.plain(), text.plainLength()))
                        .orElse(Finder.Answer.NOT_TEXT);
        return switch (answer) {
            case FOUND -> true;
            case NOT_FOUND -> false;
            case NOT_TEXT -> regex.program().matcher(text.string()).find();
        };
    }
}
