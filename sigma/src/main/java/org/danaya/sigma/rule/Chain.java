package org.danaya.sigma.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The modifiers behind a field's name, in their order, after it was checked that they may stand so
 * (modifiers appendix).
 */
record Chain(List<Modifier> modifiers, Modifier.Kind kind) {
    static Chain read(List<String> words, int line) throws Refusal {
        List<Modifier> modifiers = new ArrayList<>();
        for (String word : words) {
            Modifier modifier = Modifier.of(word);
            if (modifier == null) {
                throw new Refusal(
                        Cause.MODIFIER_UNKNOWN,
                        line,
                        word,
                        "The modifier " + word + " isn't one of Sigma 2.1");
            }
            if (modifier != Modifier.BASE64 && modifiers.contains(modifier)) {
                throw twice(line, word);
            }
            modifiers.add(modifier);
        }
        var chain = new Chain(List.copyOf(modifiers), kind(modifiers));
        chain.check(line);
        return chain;
    }

    boolean has(Modifier modifier) {
        return modifiers.contains(modifier);
    }

    /** The modifiers as rules write them: {@code re|i}. */
    String written() {
        return String.join("|", modifiers.stream().map(Modifier::word).toList());
    }

    /** The first that stands there of a set, or null. */
    @Nullable Modifier first(Set<Modifier> set) {
        for (Modifier modifier : modifiers) {
            if (set.contains(modifier)) {
                return modifier;
            }
        }
        return null;
    }

    private static Modifier.Kind kind(List<Modifier> modifiers) {
        if (modifiers.contains(Modifier.RE)) {
            return Modifier.Kind.REGEX;
        }
        if (modifiers.contains(Modifier.CIDR)) {
            return Modifier.Kind.NETWORK;
        }
        if (modifiers.contains(Modifier.EXISTS)) {
            return Modifier.Kind.EXISTENCE;
        }
        if (modifiers.contains(Modifier.FIELDREF)) {
            return Modifier.Kind.REFERENCE;
        }
        if (!Collections.disjoint(modifiers, Modifier.UNITS)) {
            return Modifier.Kind.TIME;
        }
        return Collections.disjoint(modifiers, Modifier.ORDERS)
                ? Modifier.Kind.TEXT
                : Modifier.Kind.COMPARISON;
    }

    private void check(int line) throws Refusal {
        for (Modifier modifier : modifiers) {
            if (!kind.allows(modifier)) {
                throw combination(
                        line,
                        Modifier.FLAGS.contains(modifier)
                                ? "The modifier " + modifier.word() + " belongs behind re"
                                : "The modifier "
                                        + modifier.word()
                                        + " can't go with "
                                        + others(modifier));
            }
        }
        atMostOne(Modifier.ENDS, line);
        atMostOne(Modifier.ORDERS, line);
        atMostOne(Modifier.UNITS, line);
        atMostOne(Modifier.WIDES, line);
        if (has(Modifier.ALL) && has(Modifier.NEQ)) {
            throw combination(line, "neq already means different from all of the values");
        }
        switch (kind) {
            case REGEX -> checkRegex(line);
            case TIME -> {
                if (has(Modifier.NEQ) && first(Modifier.ORDERS) != null) {
                    throw combination(line, "neq can't go with a comparison");
                }
            }
            case TEXT -> checkText(line);
            case NETWORK, EXISTENCE, COMPARISON, REFERENCE -> {}
        }
    }

    private void checkRegex(int line) throws Refusal {
        Modifier flag = first(Modifier.FLAGS);
        if (flag != null && modifiers.indexOf(flag) < modifiers.indexOf(Modifier.RE)) {
            throw combination(line, "The modifier " + flag.word() + " belongs behind re");
        }
        if (has(Modifier.CASED) && has(Modifier.I)) {
            throw combination(line, "cased and i contradict each other");
        }
    }

    private void checkText(int line) throws Refusal {
        boolean encoded = false;
        boolean based = false;
        for (Modifier modifier : modifiers) {
            if (encoded && (modifier == Modifier.WINDASH || modifier == Modifier.EXPAND)) {
                throw combination(
                        line, modifier.word() + " comes too late: the value is encoded already");
            }
            if (based && Modifier.WIDES.contains(modifier)) {
                throw combination(
                        line, modifier.word() + " comes too late: the value is in Base64 already");
            }
            based |= Modifier.BASES.contains(modifier);
            encoded |= based || Modifier.WIDES.contains(modifier);
        }
    }

    private void atMostOne(Set<Modifier> set, int line) throws Refusal {
        int there = 0;
        for (Modifier modifier : modifiers) {
            there += set.contains(modifier) ? 1 : 0;
        }
        if (there > 1) {
            throw combination(
                    line, String.join(" and ", words(set::contains)) + " can't go together");
        }
    }

    private String others(Modifier modifier) {
        return String.join(", ", words(other -> other != modifier));
    }

    private List<String> words(Predicate<Modifier> which) {
        return modifiers.stream().filter(which).map(Modifier::word).toList();
    }

    private Refusal combination(int line, String message) {
        return new Refusal(Cause.MODIFIER_COMBINATION, line, written(), message);
    }

    private static Refusal twice(int line, String word) {
        return new Refusal(
                Cause.MODIFIER_COMBINATION, line, word, "The modifier " + word + " stands twice");
    }
}
