package org.danaya.defence.rules;

import java.util.List;
import java.util.Optional;

/** What is most likely wrong where the parser of YAML stops, by what it says in English. */
final class YamlWords {

    /** Each with the beginning of what the parser says, the most particular first. */
    private static final List<Said> ALL =
            List.of(
                    new Said("tab", "found character '\\t"),
                    new Said("character", "found character '"),
                    new Said("colon", "mapping values are not allowed"),
                    new Said("no-colon", "could not find expected ':'"),
                    new Said("bracket", "expected ',' or"),
                    new Said("open", "found unexpected end of stream"),
                    new Said("open", "found unexpected document separator"),
                    new Said("escape", "found unknown escape character"),
                    new Said("escape", "expected escape sequence"),
                    new Said("indent", "expected <block end>"),
                    new Said("indent", "sequence entries are not allowed"));

    private record Said(String code, String begins) {}

    private YamlWords() {}

    /** The code of what is likely wrong; nothing where the parser's words must do. */
    static Optional<String> likely(String parser) {
        return ALL.stream()
                .filter(said -> parser.startsWith(said.begins()))
                .map(Said::code)
                .findFirst();
    }
}
