package org.danaya.sigma.route;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.danaya.sigma.rule.LogSource;
import org.jspecify.annotations.Nullable;

/**
 * Events tell where they are from in their fields {@code product}, {@code service} and {@code
 * category}: a rule for another one doesn't concern them; what the event or the rule doesn't say
 * fits anything.
 */
public record OwnFields() implements Router {

    /** The fields. */
    public static final List<String> MARKS = List.of("product", "service", "category");

    /** In place of a word that no log source has. */
    private static final String OTHER = "\0";

    @Override
    public List<String> marks() {
        return MARKS;
    }

    @Override
    public Origin origin(List<List<String>> values) {
        return new Told(first(values.get(0)), first(values.get(1)), first(values.get(2)));
    }

    @Override
    public Set<String> places(String field) {
        return Set.of(field);
    }

    @Override
    public boolean ignoresSpaces() {
        return false;
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.getFirst().toLowerCase(Locale.ROOT);
    }

    /** What an event says of itself, in lower case; null where it says nothing. */
    private record Told(
            @Nullable String product, @Nullable String service, @Nullable String category)
            implements Origin {

        @Override
        public boolean concerns(LogSource source) {
            return same(product, source.product())
                    && same(service, source.service())
                    && same(category, source.category());
        }

        @Override
        public Naming naming() {
            return Naming.PLAIN;
        }

        @Override
        public boolean isTold() {
            return true;
        }

        @Override
        public Origin among(Set<String> words) {
            return new Told(known(words, product), known(words, service), known(words, category));
        }

        private static @Nullable String known(Set<String> words, @Nullable String word) {
            return word == null || words.contains(word) ? word : OTHER;
        }

        private static boolean same(@Nullable String there, @Nullable String wanted) {
            return there == null || wanted == null || there.equals(wanted.toLowerCase(Locale.ROOT));
        }
    }
}
