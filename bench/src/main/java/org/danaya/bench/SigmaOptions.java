package org.danaya.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.danaya.sigma.pipeline.Pipelines;
import org.danaya.sigma.route.EveryRule;
import org.danaya.sigma.route.OwnFields;
import org.danaya.sigma.route.Router;
import org.jspecify.annotations.Nullable;

/**
 * What is measured.
 *
 * @param lanes names of lanes and of recorded attacks
 * @param passes how many are counted
 * @param warm seconds of passes before them
 * @param threads how many evaluators share the rules, beside one alone; 1 for none
 * @param rules how many, made from the corpus's, beside those alone; 0 for none
 * @param kept of 100 fields of a made rule, those that ask for the same values
 * @param seed of the rules that are made
 */
record SigmaOptions(
        List<String> lanes,
        List<Mode> modes,
        int passes,
        int warm,
        int threads,
        int rules,
        int kept,
        long seed) {

    /** How it is told where events are from. */
    enum Mode {
        EVERY("every rule against every event", "default"),
        OWN("by the event's own fields", "routing"),
        PIPELINES("by pipelines", null);

        private final String words;
        private final @Nullable String recorded;

        Mode(String words, @Nullable String recorded) {
            this.words = words;
            this.recorded = recorded;
        }

        String words() {
            return words;
        }

        /** What the recorded matches are called; null where nobody else did it so. */
        @Nullable String recorded() {
            return recorded;
        }

        Router router() {
            return switch (this) {
                case EVERY -> new EveryRule();
                case OWN -> new OwnFields();
                case PIPELINES -> Pipelines.with(List.of());
            };
        }

        /** Lanes tell where they are from in fields of their own, recorded attacks don't. */
        boolean suits(String lane) {
            return this == EVERY || (this == OWN) == SigmaCorpus.LANES.contains(lane);
        }
    }

    /** Of pairs of {@code --name value}. */
    static SigmaOptions of(String[] arguments) throws IOException {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        List<String> all = new ArrayList<>(SigmaCorpus.LANES);
        all.addAll(SigmaCorpus.attacks());
        SigmaOptions options =
                new SigmaOptions(
                        list(given.remove("--lanes"), all),
                        list(given.remove("--modes"), List.of("every", "own", "pipelines")).stream()
                                .map(mode -> Mode.valueOf(mode.toUpperCase(Locale.ROOT)))
                                .toList(),
                        number(given.remove("--passes"), 21),
                        number(given.remove("--warm"), 5),
                        number(given.remove("--threads"), 1),
                        number(given.remove("--rules"), 0),
                        number(given.remove("--kept"), 0),
                        number(given.remove("--seed"), 42));
        if (!given.isEmpty() || arguments.length % 2 != 0) {
            throw new IllegalArgumentException("unknown, or without a value: " + given);
        }
        return options;
    }

    private static List<String> list(@Nullable String given, List<String> otherwise) {
        return given == null ? otherwise : List.of(given.split(",", -1));
    }

    private static int number(@Nullable String given, int otherwise) {
        return given == null ? otherwise : Integer.parseInt(given);
    }
}
