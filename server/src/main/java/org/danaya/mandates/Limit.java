package org.danaya.mandates;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** How far one side of a {@link Scope} goes. */
public sealed interface Limit {

    /** The most codes that one side names. */
    int MOST = 20;

    /** The longest code, in characters. */
    int LONGEST = 80;

    /** No limit of its own. */
    record Open() implements Limit {}

    /**
     * These and nothing else.
     *
     * @param set 1 to {@value #MOST}, each of 1 to {@value #LONGEST} characters on one line
     */
    record Only(Set<String> set) implements Limit {

        /** Keeps a copy. */
        public Only {
            set = Set.copyOf(set);
            if (set.isEmpty()
                    || set.size() > MOST
                    || set.stream().anyMatch(code -> !isCode(code))) {
                throw new IllegalArgumentException("Not a limit: " + set);
            }
        }
    }

    /** These alone; no limit where there are none. */
    static Limit of(Collection<String> codes) {
        return codes.isEmpty() ? new Open() : new Only(Set.copyOf(codes));
    }

    /** Whether a text can be a code. */
    static boolean isCode(String text) {
        return !text.isBlank()
                && text.strip().equals(text)
                && text.codePointCount(0, text.length()) <= LONGEST
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** The codes in order; none where there is no limit. */
    default Collection<String> codes() {
        return switch (this) {
            case Open() -> Set.of();
            case Only(Set<String> set) -> new TreeSet<>(set);
        };
    }

    /** Whether all that this allows is allowed by another. */
    default boolean within(Limit other) {
        return switch (other) {
            case Open() -> true;
            case Only(Set<String> theirs) ->
                    this instanceof Only(Set<String> mine) && theirs.containsAll(mine);
        };
    }

    /** Whether something with this code lies within. */
    default boolean covers(String code) {
        return switch (this) {
            case Open() -> true;
            case Only(Set<String> set) -> set.contains(code);
        };
    }
}
