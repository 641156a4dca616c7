package org.danaya.base;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** The configuration, read once: every key known, every value well formed. */
public final class Settings {

    /** Variables that the door, the build and the tests read, and that are no setting. */
    private static final Set<String> OTHER_VARIABLES =
            Set.of(
                    "DANAYA_CORPORA",
                    "DANAYA_JAVA_OPTIONS",
                    "DANAYA_WRITE_REFERENCE",
                    "DANAYA_TEST_DATABASE_URL");

    private static final int NEAR = 4;

    private final Map<String, Object> values;

    private Settings(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads the configuration and finds everything that is wrong at once.
     *
     * @param known every setting there is
     * @param sources where values stand, the strongest first, each with its name; a source's keys
     *     are setting keys
     */
    public static SettingsOutcome read(
            List<Setting<?>> known, Map<String, Map<String, String>> sources) {
        List<SettingProblem> problems = new ArrayList<>();
        Map<String, Setting<?>> byKey = new LinkedHashMap<>();
        known.forEach(setting -> byKey.put(setting.key(), setting));
        sources.forEach(
                (source, entries) ->
                        entries.keySet().stream()
                                .filter(key -> !byKey.containsKey(key))
                                .sorted()
                                .map(key -> unknown(key, source, byKey.keySet()))
                                .forEach(problems::add));
        Map<String, Object> values = new HashMap<>();
        for (Setting<?> setting : byKey.values()) {
            value(setting, sources, problems).ifPresent(value -> values.put(setting.key(), value));
        }
        return problems.isEmpty()
                ? new SettingsOutcome.Accepted(new Settings(values))
                : new SettingsOutcome.Refused(List.copyOf(problems));
    }

    /** The keys and values of the environment's {@code DANAYA_…} variables, by setting key. */
    public static Map<String, String> ofEnvironment(
            List<Setting<?>> known, Map<String, String> environment) {
        Map<String, String> keys = new HashMap<>();
        known.forEach(setting -> keys.put(setting.variable(), setting.key()));
        Map<String, String> found = new LinkedHashMap<>();
        environment.forEach(
                (variable, value) -> {
                    if (variable.startsWith("DANAYA_") && !OTHER_VARIABLES.contains(variable)) {
                        found.put(keys.getOrDefault(variable, variable), value);
                    }
                });
        return found;
    }

    /** The value of a setting that has a default or that the caller knows to be given. */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new NoSuchElementException(setting.key()));
    }

    /** The value of a setting, if it is given or has a default. */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting.key()));
    }

    private static Optional<Object> value(
            Setting<?> setting,
            Map<String, Map<String, String>> sources,
            List<SettingProblem> problems) {
        for (Map.Entry<String, Map<String, String>> source : sources.entrySet()) {
            String text = source.getValue().get(setting.key());
            if (text != null) {
                return parsed(setting, text.strip(), source.getKey(), problems);
            }
        }
        String byDefault = setting.byDefault();
        return byDefault == null
                ? Optional.empty()
                : Optional.of(setting.parser().apply(byDefault));
    }

    private static Optional<Object> parsed(
            Setting<?> setting, String text, String source, List<SettingProblem> problems) {
        try {
            return Optional.of(setting.parser().apply(text));
        } catch (IllegalArgumentException | ArithmeticException e) {
            String shown = setting.secret() ? "[redacted]" : text;
            problems.add(
                    new SettingProblem.WrongValue(setting.key(), source, shown, setting.format()));
            return Optional.empty();
        }
    }

    private static SettingProblem unknown(String key, String source, Set<String> known) {
        String nearest = null;
        int least = NEAR;
        for (String candidate : known) {
            int distance = distance(normal(key), normal(candidate));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return new SettingProblem.UnknownKey(key, source, nearest);
    }

    private static String normal(String key) {
        return key.replaceFirst("^DANAYA_", "")
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[._]", "-");
    }

    /** The Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    /** Settings with the defaults alone, and what a caller gives beside them. */
    public static Settings of(List<Setting<?>> known, Map<String, String> given) {
        return switch (read(known, Map.of("given", given))) {
            case SettingsOutcome.Accepted(Settings settings) -> settings;
            case SettingsOutcome.Refused(List<SettingProblem> problems) ->
                    throw new IllegalArgumentException(problems.toString());
        };
    }
}
