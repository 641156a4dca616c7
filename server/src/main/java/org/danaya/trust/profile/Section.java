package org.danaya.trust.profile;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.danaya.base.Fault;

/**
 * A mapping of a file while it is read: what is asked for is known; {@link #end} refuses the rest.
 */
public final class Section {

    private final String file;
    private final YamlNode.Mapping mapping;
    private final Set<String> asked = new TreeSet<>();

    Section(String file, YamlNode.Mapping mapping) {
        this.file = file;
        this.mapping = mapping;
    }

    /**
     * The whole of a YAML file of at most 64 KB.
     *
     * @param file its name, for what is wrong with it
     * @throws Fault {@link ProfileFault#TOO_LARGE}, {@link ProfileFault#NOT_YAML}, {@link
     *     ProfileFault#ALIAS}
     */
    public static Section of(String file, byte[] bytes) {
        return new Section(file, YamlReader.read(file, bytes));
    }

    /** A text that matches. */
    public String text(String key, Pattern pattern) {
        YamlNode.Scalar scalar = scalar(key, required(key), pattern.pattern());
        return checked(key, scalar, pattern);
    }

    /** A text that matches, if it is there. */
    public Optional<String> find(String key, Pattern pattern) {
        return find(key).map(node -> checked(key, scalar(key, node, pattern.pattern()), pattern));
    }

    /** A number between two bounds, both included. */
    public int number(String key, int least, int most) {
        return find(key, least, most)
                .orElseThrow(() -> new Fault(ProfileFault.MISSING_KEY, file, line(), key));
    }

    /** A number between two bounds, if it is there. */
    public Optional<Integer> find(String key, int least, int most) {
        String expected = least + "–" + most;
        return find(key)
                .map(
                        node -> {
                            YamlNode.Scalar scalar = scalar(key, node, expected);
                            return parsed(
                                    key,
                                    scalar,
                                    expected,
                                    text -> {
                                        int value = Integer.parseInt(text);
                                        if (value < least || value > most) {
                                            throw new IllegalArgumentException(text);
                                        }
                                        return value;
                                    });
                        });
    }

    /** True or false; false where it isn't there. */
    public boolean flag(String key) {
        return find(key)
                .map(
                        node ->
                                parsed(
                                        key,
                                        scalar(key, node, "true, false"),
                                        "true, false",
                                        text ->
                                                switch (text) {
                                                    case "true" -> true;
                                                    case "false" -> false;
                                                    default ->
                                                            throw new IllegalArgumentException(
                                                                    text);
                                                }))
                .orElse(false);
    }

    /** A value that a parser takes; it throws {@link IllegalArgumentException}. */
    public <T> T value(String key, String expected, Function<String, T> parser) {
        return parsed(key, scalar(key, required(key), expected), expected, parser);
    }

    /** One of an enum's names, in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        return value(key, spelled(type), text -> constant(type, text));
    }

    /** One of an enum's names, if it is there. */
    public <E extends Enum<E>> Optional<E> findChoice(String key, Class<E> type) {
        return find(key).isEmpty() ? Optional.empty() : Optional.of(choice(key, type));
    }

    /** Several of an enum's names, each once; empty where the key isn't there. */
    public <E extends Enum<E>> Set<E> choices(String key, Class<E> type) {
        Set<E> chosen = new LinkedHashSet<>();
        for (YamlNode item : items(key)) {
            String expected = spelled(type);
            YamlNode.Scalar scalar = scalar(key, item, expected);
            if (!chosen.add(parsed(key, scalar, expected, text -> constant(type, text)))) {
                throw wrong(key, scalar, expected);
            }
        }
        return chosen;
    }

    /** The section of a key, if it is there. */
    public Optional<Section> findSection(String key) {
        return find(key).map(node -> section(key, node));
    }

    /** The section of a key. */
    public Section section(String key) {
        return section(key, required(key));
    }

    /** The sections of a key's sequence; none where the key isn't there. */
    public List<Section> sections(String key) {
        return items(key).stream().map(item -> section(key, item)).toList();
    }

    /** Refuses a key that nobody asked for. */
    public void end() {
        mapping.entries()
                .forEach(
                        (key, node) -> {
                            if (!asked.contains(key)) {
                                throw new Fault(
                                        ProfileFault.UNKNOWN_KEY,
                                        file,
                                        node.line(),
                                        key,
                                        String.join(", ", asked));
                            }
                        });
    }

    private Section section(String key, YamlNode node) {
        return switch (node) {
            case YamlNode.Mapping inner -> new Section(file, inner);
            case YamlNode.Scalar scalar -> throw wrong(key, scalar, "…: …");
            case YamlNode.Sequence sequence ->
                    throw new Fault(
                            ProfileFault.WRONG_VALUE, file, sequence.line(), key, "[…]", "…: …");
        };
    }

    private List<YamlNode> items(String key) {
        return switch (find(key).orElse(null)) {
            case null -> List.of();
            case YamlNode.Sequence sequence -> sequence.items();
            case YamlNode.Scalar scalar -> throw wrong(key, scalar, "[…]");
            case YamlNode.Mapping inner ->
                    throw new Fault(
                            ProfileFault.WRONG_VALUE, file, inner.line(), key, "…: …", "[…]");
        };
    }

    private Optional<YamlNode> find(String key) {
        asked.add(key);
        return Optional.ofNullable(mapping.entries().get(key));
    }

    private YamlNode required(String key) {
        return find(key).orElseThrow(() -> new Fault(ProfileFault.MISSING_KEY, file, line(), key));
    }

    private YamlNode.Scalar scalar(String key, YamlNode node, String expected) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar;
        }
        throw new Fault(ProfileFault.WRONG_VALUE, file, node.line(), key, "…", expected);
    }

    private String checked(String key, YamlNode.Scalar scalar, Pattern pattern) {
        if (!pattern.matcher(scalar.text()).matches()) {
            throw wrong(key, scalar, pattern.pattern());
        }
        return scalar.text();
    }

    private <T> T parsed(
            String key, YamlNode.Scalar scalar, String expected, Function<String, T> parser) {
        try {
            return parser.apply(scalar.text());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Fault(
                    e, ProfileFault.WRONG_VALUE, file, scalar.line(), key, scalar.text(), expected);
        }
    }

    private Fault wrong(String key, YamlNode.Scalar scalar, String expected) {
        return new Fault(
                ProfileFault.WRONG_VALUE, file, scalar.line(), key, scalar.text(), expected);
    }

    private int line() {
        return mapping.line();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> spelled(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static <E extends Enum<E>> String spelled(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Section::spelled)
                .collect(Collectors.joining(", "));
    }

    static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
