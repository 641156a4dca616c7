package org.danaya.sigma;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.danaya.sigma.rule.Read;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.RuleReader;

/**
 * The specification in examples, one clause after another: a line of a selection, an event, whether
 * it matches.
 */
public final class Clauses {
    private Clauses() {}

    /** An example. */
    public record Clause(String item, String event, boolean matches) {
        /** A rule with that line as its only selection. */
        public Rule rule() {
            String yaml =
                    "title: Example\nlogsource: {category: test}\ndetection:\n    selection:\n        "
                            + item.replace("\n", "\n        ")
                            + "\n    condition: selection\n";
            return switch (new RuleReader()
                    .read("clause.yml", yaml.getBytes(StandardCharsets.UTF_8))
                    .getFirst()) {
                case Read.OfRule of -> of.rule();
                case Read.Refused refused -> throw new AssertionError(item + ": " + refused);
                case Read.OfCorrelation of -> throw new AssertionError(item);
                case Read.OfFilter of -> throw new AssertionError(item);
            };
        }

        @Override
        public String toString() {
            return item.replace("\n", "; ") + (matches ? " matches " : " doesn't match ") + event;
        }
    }

    public static Stream<Clause> all() {
        return LINES.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(
                        line -> {
                            List<String> parts =
                                    Stream.of(line.split(" ~ ", -1)).map(String::strip).toList();
                            return new Clause(
                                    parts.get(0).replace("\\n", "\n"),
                                    parts.get(2),
                                    parts.get(1).equals("yes"));
                        });
    }

    private static final String LINES =
            """
            # General: case-insensitive, whole value
            F: abc ~ yes ~ {"F":"ABC"}
            F: abc ~ no ~ {"F":"abcd"}
            F: abc ~ no ~ {"f":"abc"}
            F: 'École' ~ yes ~ {"F":"éCOLE"}
            F|cased: abc ~ no ~ {"F":"ABC"}
            F|cased: abc ~ yes ~ {"F":"abc"}
            F|contains|cased: b ~ no ~ {"F":"ABC"}
            # String Wildcard
            F: 'a*c' ~ yes ~ {"F":"ac"}
            F: 'a*c' ~ yes ~ {"F":"a\\nbc"}
            F: 'a?c' ~ yes ~ {"F":"abc"}
            F: 'a?c' ~ no ~ {"F":"ac"}
            F: 'a?c' ~ yes ~ {"F":"aéc"}
            F: 'a?c' ~ yes ~ {"F":"a😀c"}
            F: 'a??c' ~ no ~ {"F":"a😀c"}
            F: '*' ~ yes ~ {"F":""}
            F: '*' ~ no ~ {"F":null}
            F: '*' ~ no ~ {}
            F: '?*' ~ no ~ {"F":""}
            F: 'a*b*a' ~ no ~ {"F":"aba b"}
            F: 'a*b*a' ~ yes ~ {"F":"axbxba"}
            # Escape Character
            F: 'a\\*c' ~ yes ~ {"F":"a*c"}
            F: 'a\\*c' ~ no ~ {"F":"abc"}
            F: 'a\\\\*' ~ yes ~ {"F":"a\\\\b"}
            F: 'C:\\x' ~ yes ~ {"F":"c:\\\\X"}
            F|endswith: '\\\\x' ~ yes ~ {"F":"c:\\\\x"}
            # Numbers and strings
            F: 11 ~ yes ~ {"F":11}
            F: 11 ~ yes ~ {"F":"11"}
            F: 11 ~ yes ~ {"F":11.0}
            F: 11 ~ no ~ {"F":"11a"}
            F: 11 ~ no ~ {"F":"0x0b"}
            F: 11 ~ no ~ {"F":111}
            F: 11 ~ no ~ {"F":true}
            F: 9007199254740993 ~ no ~ {"F":9007199254740992}
            F: -1 ~ yes ~ {"F":-1}
            F: 1.5 ~ yes ~ {"F":"1.50"}
            F: '11' ~ yes ~ {"F":11}
            F: '11' ~ no ~ {"F":"11.0"}
            F|contains: 1 ~ yes ~ {"F":213}
            F: true ~ yes ~ {"F":true}
            F: true ~ yes ~ {"F":"True"}
            F: true ~ no ~ {"F":1}
            F: 'false' ~ yes ~ {"F":false}
            # Special Field Values
            F: '' ~ yes ~ {"F":""}
            F: '' ~ no ~ {"F":null}
            F: '' ~ no ~ {}
            F: '' ~ no ~ {"F":" "}
            F: null ~ yes ~ {"F":null}
            F: null ~ yes ~ {}
            F: null ~ no ~ {"F":""}
            F: null ~ no ~ {"F":[]}
            F: null ~ no ~ {"F":{}}
            F: null ~ yes ~ {"F":[1,null]}
            F: 'null' ~ no ~ {"F":null}
            F: 'null' ~ yes ~ {"F":"null"}
            F: [a, null] ~ yes ~ {}
            # Field Existence
            F|exists: true ~ yes ~ {"F":null}
            F|exists: true ~ yes ~ {"F":""}
            F|exists: true ~ yes ~ {"F":{}}
            F|exists: true ~ yes ~ {"F":[]}
            F|exists: true ~ no ~ {"G":1}
            F|exists: false ~ yes ~ {"G":1}
            F|exists: false ~ no ~ {"F":null}
            F.G|exists: true ~ yes ~ {"F":{"G":null}}
            F.G|exists: false ~ yes ~ {"F":{"H":1}}
            # Lists and maps
            F: [a, b] ~ yes ~ {"F":"b"}
            F|contains|all: [a, b] ~ yes ~ {"F":"bxa"}
            F|contains|all: [a, b] ~ no ~ {"F":"b"}
            F: a\\nG: b ~ yes ~ {"F":"a","G":"b"}
            F: a\\nG: b ~ no ~ {"F":"a"}
            - F: a\\n- G: b ~ yes ~ {"G":"b"}
            # Fields: nested, literal, arrays
            F.G: a ~ yes ~ {"F":{"G":"a"}}
            F.G: a ~ yes ~ {"F.G":"a"}
            F.G: a ~ no ~ {"F.G":"b","F":{"G":"a"}}
            F.G: b ~ yes ~ {"F":{"G":"a"},"F.G":"b"}
            F.G.H: a ~ yes ~ {"F":{"G.H":"a"}}
            F.G.H: a ~ no ~ {"F.G":{"H":"a"}}
            F.G.H: a ~ no ~ {"F":{"G.H":"a"},"F.G.H":"b"}
            F.G.H: b ~ yes ~ {"F":{"G.H":"a"},"F.G.H":"b"}
            F.G.H: a ~ no ~ {"F.G.H":{},"F":{"G.H":"a"}}
            F.G: a ~ yes ~ {"F":[{"G":"b"},{"G":"a"}]}
            F.G: a ~ yes ~ {"F":[[{"G":"a"}]]}
            F.G: a ~ no ~ {"F":"a"}
            F: a ~ yes ~ {"F":["b","a"]}
            F: a ~ yes ~ {"F":[["a"]]}
            F: a ~ no ~ {"F":[]}
            F: a ~ no ~ {"F":{"a":"a"}}
            F: 1 ~ yes ~ {"F":["x",1]}
            F|all: [a, b] ~ yes ~ {"F":["a","b"]}
            F: a ~ yes ~ {"F":"b","F":"a"}
            F: b ~ no ~ {"F":"b","F":"a"}
            # neq
            F|neq: a ~ yes ~ {"F":"b"}
            F|neq: a ~ no ~ {"F":"A"}
            F|neq: a ~ no ~ {}
            F|neq: a ~ yes ~ {"F":null}
            F|neq: a ~ no ~ {"F":["b","a"]}
            F|neq: [a, b] ~ no ~ {"F":"b"}
            F|neq: [a, b] ~ yes ~ {"F":"c"}
            F|neq: 5 ~ no ~ {"F":"5"}
            F|neq: null ~ yes ~ {"F":1}
            F|neq: null ~ no ~ {}
            # re
            F|re: 'b.d' ~ yes ~ {"F":"abcde"}
            F|re: 'b.d' ~ no ~ {"F":"ABCDE"}
            F|re|i: 'b.d' ~ yes ~ {"F":"ABCDE"}
            F|re: '^b' ~ no ~ {"F":"a\\nb"}
            F|re|m: '^b' ~ yes ~ {"F":"a\\nb"}
            F|re: 'a.b' ~ no ~ {"F":"a\\nb"}
            F|re|s: 'a.b' ~ yes ~ {"F":"a\\nb"}
            F|re: '^1+$' ~ yes ~ {"F":11}
            F|re: '^$' ~ yes ~ {"F":""}
            F|re: 'a' ~ no ~ {"F":{"G":"a"}}
            # Encodings
            F|base64: cmd ~ yes ~ {"F":"Y21k"}
            F|base64offset|contains: foobar ~ yes ~ {"F":"eGZvb2Jhcng="}
            F|wide|base64offset|contains: foobar ~ yes ~ {"F":"eABmAG8AbwBiAGEAcgA="}
            F|contains|windash: ' -x' ~ yes ~ {"F":"a /X"}
            F|contains|windash: ' -x' ~ yes ~ {"F":"a ―x"}
            # Numbers compared
            F|lt: 5 ~ yes ~ {"F":4.9}
            F|lt: 5 ~ no ~ {"F":5}
            F|lte: 5 ~ yes ~ {"F":"5"}
            F|gt: 5 ~ no ~ {"F":"abc"}
            F|gt: 5 ~ no ~ {"F":null}
            F|gte: 5 ~ yes ~ {"F":[1,6]}
            F|gt: 5 ~ yes ~ {"F":1e1}
            # Times
            F|hour: 23 ~ yes ~ {"F":"2026-01-15T23:30:00+02:00"}
            F|minute|gte: 30 ~ yes ~ {"F":"2026-01-15 23:30:00.123"}
            F|day: 15 ~ yes ~ {"F":"2026-01-15"}
            F|week: 1 ~ yes ~ {"F":"2025-12-29T00:00:00Z"}
            F|month: 1 ~ yes ~ {"F":1768478400}
            F|year: 2026 ~ yes ~ {"F":1768478400000}
            F|year: 2026 ~ no ~ {"F":"yesterday 2026"}
            F|day|neq: 15 ~ no ~ {"F":"2026-01-15"}
            # cidr
            F|cidr: 10.0.0.0/8 ~ yes ~ {"F":"10.255.0.1"}
            F|cidr: 10.0.0.0/8 ~ no ~ {"F":"11.0.0.1"}
            F|cidr: 10.0.0.0/8 ~ no ~ {"F":"10.0.0"}
            F|cidr: 10.0.0.0/8 ~ no ~ {"F":"010.0.0.1"}
            F|cidr: '2001:db8::/33' ~ yes ~ {"F":"2001:DB8:7fff::1"}
            F|cidr: '2001:db8::/33' ~ no ~ {"F":"2001:db8:8000::1"}
            F|cidr: 0.0.0.0/0 ~ no ~ {"F":"::1"}
            F|cidr: '::/0' ~ yes ~ {"F":"::ffff:10.0.0.1"}
            F|neq|cidr: 10.0.0.0/8 ~ yes ~ {"F":"11.0.0.1"}
            # fieldref
            F|fieldref: G ~ yes ~ {"F":"a","G":"A"}
            F|fieldref|cased: G ~ no ~ {"F":"a","G":"A"}
            F|fieldref: G ~ no ~ {"F":"a"}
            F|fieldref: G ~ no ~ {}
            F|fieldref: G ~ no ~ {"F":null,"G":null}
            F|fieldref: G ~ yes ~ {"F":1,"G":"1"}
            F|fieldref|startswith: G ~ yes ~ {"F":"abc","G":"AB"}
            F|fieldref|endswith: G ~ yes ~ {"F":"abc","G":"bc"}
            F|fieldref|contains: G ~ yes ~ {"F":"abc","G":"b"}
            F|fieldref|neq: G ~ yes ~ {"F":"a","G":"b"}
            F|fieldref|neq: G ~ yes ~ {"F":"a"}
            F|fieldref: G.H ~ yes ~ {"F":"a","G":{"H":["b","a"]}}
            # Keywords search
            - abc ~ yes ~ {"F":"xABCx"}
            - abc ~ yes ~ {"F":{"G":["x",{"H":"abc"}]}}
            - abc ~ no ~ {"abc":"x"}
            - 'a*c' ~ yes ~ {"F":"xa--cx"}
            - 20 ~ yes ~ {"F":1200}
            - true ~ yes ~ {"F":true}
            - abc ~ no ~ {"F":"ab","G":"c"}
            '|all': [a, b] ~ yes ~ {"F":"a","G":"b"}
            '|all': [a, b] ~ no ~ {"F":"a"}
            '|re': '^b' ~ yes ~ {"F":"a","G":"bc"}
            '|cased': A ~ no ~ {"F":"a"}
            """;
}
