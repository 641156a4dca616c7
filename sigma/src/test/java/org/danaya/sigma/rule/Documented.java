package org.danaya.sigma.rule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Short ways to write documents in tests. */
final class Documented {
    private Documented() {}

    static List<Read> read(String yaml) {
        return read(yaml, Map.of());
    }

    static List<Read> read(String yaml, Map<String, List<String>> placeholders) {
        return new RuleReader(new Placeholders(placeholders))
                .read("test.yml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** A rule with that one line in its selection. */
    static String rule(String item) {
        return """
                title: Test
                logsource:
                    category: test
                detection:
                    selection:
                        %s
                    condition: selection
                """
                .formatted(item.replace("\n", "\n        "));
    }

    static Selection selection(String item) {
        return selection(item, Map.of());
    }

    static Selection selection(String item, Map<String, List<String>> placeholders) {
        Read read = read(rule(item), placeholders).getFirst();
        if (read instanceof Read.OfRule of) {
            return of.rule().selections().get("selection");
        }
        throw new AssertionError(read);
    }

    static Cause cause(String yaml) {
        return read(yaml).stream()
                .filter(Read.Refused.class::isInstance)
                .map(read -> ((Read.Refused) read).cause())
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing refused in " + yaml));
    }

    /**
     * The tests of a selection of one field in short: globs as they'd be written, without escapes.
     */
    static String shown(Selection selection) {
        return switch (selection) {
            case Selection.FieldMatch match ->
                    match.field() + (match.all() ? " all" : "") + " " + shown(match.tests());
            case Selection.Keywords keywords ->
                    "anywhere" + (keywords.all() ? " all" : "") + " " + shown(keywords.tests());
            case Selection.AllOf all ->
                    all.selections().stream()
                            .map(Documented::shown)
                            .collect(Collectors.joining(" and ", "(", ")"));
            case Selection.AnyOf any ->
                    any.selections().stream()
                            .map(Documented::shown)
                            .collect(Collectors.joining(" or ", "(", ")"));
        };
    }

    private static String shown(List<ValueTest> tests) {
        return tests.stream().map(Documented::shown).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String shown(ValueTest test) {
        return switch (test) {
            case ValueTest.Glob glob ->
                    (glob.cased() ? "cased " : "")
                            + glob.parts().stream()
                                    .map(
                                            part ->
                                                    switch (part) {
                                                        case Part.Literal literal -> literal.text();
                                                        case Part.AnyRun run -> "*";
                                                        case Part.AnyOne one -> "?";
                                                    })
                                    .collect(Collectors.joining());
            case ValueTest.Empty empty -> "empty";
            case ValueTest.Null nul -> "null";
            case ValueTest.Exists exists -> exists.there() ? "exists" : "missing";
            case ValueTest.NumberEqual number -> "#" + number.value();
            case ValueTest.Compare compare -> compare.order() + " " + compare.value();
            case ValueTest.Regex regex ->
                    "/"
                            + regex.pattern()
                            + "/"
                            + (regex.ignoreCase() ? "i" : "")
                            + (regex.multiLine() ? "m" : "")
                            + (regex.dotAll() ? "s" : "");
            case ValueTest.Cidr cidr -> cidr.network().toString();
            case ValueTest.FieldRef reference ->
                    "->"
                            + reference.field()
                            + " "
                            + reference.place()
                            + (reference.cased() ? " cased" : "");
            case ValueTest.TimePart part -> part.unit() + " " + part.order() + " " + part.number();
            case ValueTest.Not not -> "not " + shown(not.test());
        };
    }
}
