package org.danaya.defence.detection.findings;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.defence.detection.Findings;
import org.danaya.defence.detection.Ledger;
import org.danaya.defence.detection.Match;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.sigma.explain.Reason;
import org.danaya.sigma.rule.Header;
import org.danaya.sigma.rule.Level;
import org.danaya.sigma.rule.Read;
import org.danaya.sigma.rule.RuleReader;

/** Matches, and what is hostile in them. */
final class Samples {

    static final Words WORDS = Words.load();

    static final Instant BEGAN = Instant.parse("2026-03-02T08:30:00Z");

    /** Steers terminals, turns the direction of texts, ends markup, is half a character. */
    static final String HOSTILE =
            "=cmd|'/c calc'!A0\t\u001b[2J\u0007\u0000\r\n\u009b31m\u202egnp.exe\u2066\u200f\u061c"
                    + "\u2028\ufeff</td><script>alert(1)</script>\"\\&\ud83d\ude00\ud800é€;=1+1\udc00";

    static final Showing.Asked ASKED =
            new Showing.Asked(
                    Level.MEDIUM,
                    List.of("attack.t1059"),
                    Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
                    Optional.empty());

    private static final Showing.Asked EVERYTHING =
            new Showing.Asked(Level.INFORMATIONAL, List.of(), Optional.empty(), Optional.empty());

    private Samples() {}

    static Showing showing(Language language) {
        return showing(language, 0);
    }

    static Showing showing(Language language, int width) {
        return showing(language, width, EVERYTHING);
    }

    static Showing showing(Language language, Showing.Asked asked) {
        return showing(language, 0, asked);
    }

    private static Showing showing(Language language, int width, Showing.Asked asked) {
        return new Showing(
                WORDS,
                language,
                new Showing.Run(BEGAN, List.of("journaux/dc01.evtx"), List.of("regles/"), asked),
                false,
                width,
                false);
    }

    /** What a rule says of itself, with a few lines of YAML of the test's own. */
    static Header rule(String title, String... more) {
        String yaml =
                "title: "
                        + title
                        + "\n"
                        + String.join("\n", more)
                        + "\nlogsource:\n    product: windows\n"
                        + "detection:\n    sel:\n        Image: a\n    condition: sel\n";
        Read read = new RuleReader().read("rule.yml", yaml.getBytes(StandardCharsets.UTF_8)).get(0);
        return ((Read.OfRule) read).rule().header();
    }

    static Header rule() {
        return rule(
                "Shell Spawned By A Service",
                "id: 0c3f8a1e-6f2a-4d7e-9b7e-1d2c3b4a5f60",
                "level: high",
                "author: A. Diarra",
                "tags: [attack.execution, attack.t1059.001]");
    }

    static Match plain() {
        return plain(rule(), 0);
    }

    static Match plain(Header rule, long event) {
        return new Match(
                "dc01.evtx",
                event,
                rule,
                Optional.of(Instant.parse("2026-03-01T23:59:59.5Z")),
                Optional.of("DC01"),
                Optional.empty(),
                List.of(),
                null);
    }

    static Match on(String host) {
        Match plain = plain();
        return new Match(
                plain.file(),
                0,
                plain.rule(),
                plain.time(),
                Optional.of(host),
                Optional.empty(),
                List.of(),
                null);
    }

    static Match bare(Header rule) {
        return new Match(
                "a.ndjson",
                7,
                rule,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                null);
    }

    static Match full() {
        return new Match(
                "dc01.evtx",
                3,
                rule(),
                Optional.of(Instant.parse("2026-03-01T22:00:00Z")),
                Optional.of("DC01"),
                Optional.of(new Match.Correlated(Map.of("User", "alice"), 5)),
                List.of(new Reason("sel", "Image", "C:\\cmd.exe", "endswith \\cmd.exe")),
                "{\"Image\":\n \"C:\\\\cmd.exe\",\"Id\":1}");
    }

    /** A match of which every text is hostile. */
    static Match hostile() {
        Header rule = rule("\"\\u001b]0;x\\a<b>\\u202e\"", "author: \"=1+1\\u009b\"");
        return new Match(
                HOSTILE,
                9,
                rule,
                Optional.of(Instant.parse("2026-03-01T22:00:00Z")),
                Optional.of(HOSTILE),
                Optional.of(new Match.Correlated(Map.of(HOSTILE, HOSTILE), 2)),
                List.of(new Reason(HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
                "{\"a\":\"\u009b\u202e</script>é\u007f\ud800\"}");
    }

    static Ledger ledger() {
        return new Ledger(
                1_000,
                980,
                0,
                15,
                Map.of("json.broken", 5L),
                List.of(
                        new Ledger.Unreadable(
                                "dc02.evtx", "evtx.cut", "cut off after 65536 bytes")),
                List.of(
                        new Ledger.LeftOut("<b>rules", "file.rules", 312),
                        new Ledger.LeftOut("LICENSE", Ledger.UNKNOWN_TEXT, 1)),
                3,
                4_200_000,
                120,
                List.of(
                        new Ledger.Refused(
                                "bad.yml", 4, "Bad", "condition.unknown", "no selection xyz")),
                List.of(new Ledger.Blind("id-1", "Blind One", 400, List.of("Image", "Hashes"))),
                60,
                Map.of(),
                Duration.ofMillis(500));
    }

    /** One event, and one file that couldn't be read. */
    static Ledger ledger(int files, Ledger.Unreadable unreadable, long undated) {
        return new Ledger(
                1,
                1,
                undated,
                0,
                Map.of(),
                List.of(unreadable),
                List.of(),
                files,
                10,
                1,
                List.of(),
                List.of(),
                0,
                Map.of(),
                Duration.ZERO);
    }

    /** What a format makes of matches. */
    static byte[] written(FindingsFormat format, Showing showing, Match... matches) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Findings findings = format.to(out, showing);
        for (Match match : matches) {
            findings.found(match);
        }
        findings.end(ledger());
        return out.toByteArray();
    }

    static String text(FindingsFormat format, Showing showing, Match... matches) {
        return new String(written(format, showing, matches), StandardCharsets.UTF_8);
    }
}
