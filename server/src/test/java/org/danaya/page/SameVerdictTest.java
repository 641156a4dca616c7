package org.danaya.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.danaya.verify.Verdict;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.MandateCheck;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.Remembered;
import org.danaya.verify.mandate.ShortCode;
import org.danaya.verify.mandate.Snapshot;
import org.danaya.verify.mandate.TrustedSnapshot;
import org.danaya.verify.mandate.VerdictWords;
import org.danaya.verify.mandate.VerifierFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The browser's script and the library agree, case by case, and in every word. */
class SameVerdictTest {

    private static final int SNAPSHOTS = 12;
    private static final int SEALS = 100;
    private static final Instant NOW = ExampleAuthority.NOW;

    @TempDir private static Path folder;
    private static Browser browser;
    private static ExampleAuthority authority;
    private static Anchor anchor;

    @BeforeAll
    static void open() throws GeneralSecurityException, IOException {
        authority = new ExampleAuthority();
        anchor = authority.anchor();
        Files.writeString(folder.resolve(VerifierFile.NAME), VerifierFile.bare());
        browser = Browser.open(folder.toUri());
        browser.go(VerifierFile.NAME).find("#danaya-verifier[data-ready]");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theBrowserSaysWhatTheLibrarySays() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("SameVerdictTest: -Ddanaya.seed=" + seed);
        Random random = new Random(seed);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < SNAPSHOTS; i++) {
            Snapshot snapshot = authority.snapshot(random, NOW);
            TrustedSnapshot trusted = trusted(snapshot);
            // Every other verifier has seen another snapshot before, earlier or later.
            Snapshot first =
                    authority.snapshot(random, NOW.plusSeconds(random.nextInt(4000) - 2000));
            Remembered seen =
                    i % 2 == 0
                            ? Remembered.NOTHING
                            : Remembered.NOTHING.observe(trusted(first)).next();
            List<List<Object>> cases = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (int j = 0; j < SEALS; j++) {
                String text = text(random);
                Instant now = NOW.plusSeconds(random.nextInt(1_800_000) - 300_000);
                Duration limit = Duration.ofHours(1 + random.nextInt(200));
                MandateVerdict plain = MandateCheck.offline(text, trusted, now, limit, seen);
                MandateVerdict verdict = i % 3 == 0 ? plain.inDoubt() : plain;
                cases.add(List.of(text, now.getEpochSecond(), limit.toSeconds()));
                expected.add(told(verdict));
                counts.merge(verdict.code(), 1, Integer::sum);
            }
            Object said =
                    browser.driver()
                            .executeAsyncScript(
                                    SCRIPT,
                                    anchor.toJson(),
                                    base64(snapshot),
                                    cases,
                                    i % 2 == 0 ? "" : base64(first),
                                    i % 3 == 0);
            assertThat((List<?>) said).as("seed %d, snapshot %d", seed, i).isEqualTo(expected);
        }
        System.out.println("SameVerdictTest: the same in both " + counts);
        assertThat(counts).hasSize(6);
    }

    /**
     * What the library says, in one text: verdict, reason, and every sentence in both languages.
     */
    private static String told(MandateVerdict verdict) {
        StringBuilder out = new StringBuilder(verdict.code());
        out.append(
                verdict instanceof MandateVerdict.UnknownOrForged unknown
                        ? " " + unknown.reason().code()
                        : "");
        for (VerdictWords words : List.of(VerdictWords.FRENCH, VerdictWords.ENGLISH)) {
            out.append('\n').append(words.title(verdict));
            out.append('\n').append(words.sentence(verdict));
            words.remarks(verdict).forEach(remark -> out.append('\n').append(remark));
            out.append('\n').append(words.next(verdict));
            out.append('\n').append(words.age(verdict.freshness()));
        }
        return out.toString();
    }

    private static String base64(Snapshot snapshot) {
        return Base64.getEncoder().encodeToString(snapshot.toBytes());
    }

    private static TrustedSnapshot trusted(Snapshot snapshot) {
        if (snapshot.check(anchor)
                instanceof Verdict.Valid<TrustedSnapshot>(TrustedSnapshot good)) {
            return good;
        }
        throw new IllegalStateException("the example's own snapshot");
    }

    private static final String SCRIPT =
            """
            const [anchorText, snapshot, cases, first, doubted, done] = arguments;
            const D = Danaya;
            (async () => {
                const anchor = await D.anchor(anchorText);
                const trusted = await D.snapshot(D.base64(snapshot), anchor);
                if (!trusted.checkpoint.checked) {
                    throw new Error("the checkpoint was not checked");
                }
                trusted.doubted = doubted;
                let seen = D.nothingSeen();
                if (first) {
                    seen = D.observe(seen, await D.snapshot(D.base64(first), anchor)).next;
                    seen = await D.readSeen(await D.writeSeen(seen));
                }
                const said = [];
                for (const [text, now, limit] of cases) {
                    const verdict = await D.check(text, trusted, now, limit, seen);
                    const lines = [verdict.code + (verdict.reason ? " " + verdict.reason : "")];
                    for (const language of ["fr", "en"]) {
                        const words = new D.Sentences(language);
                        lines.push(words.title(verdict), words.sentence(verdict),
                            ...words.remarks(verdict), words.next(verdict),
                            words.age(verdict.freshness));
                    }
                    said.push(lines.join("\\n"));
                }
                return said;
            })().then(done, (error) => done(["" + error.stack]));
            """;

    @Test
    void aSnapshotWithAFlippedBitIsRefusedByBoth() {
        Random random = new Random(5);
        byte[] right = authority.snapshot(random, NOW).toBytes();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] flipped = right.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(Snapshot.read(flipped).check(parts -> parts.check(anchor)))
                    .isNotInstanceOf(Verdict.Valid.class);
            wrong.add(Base64.getEncoder().encodeToString(flipped));
        }
        Object believed =
                browser.driver()
                        .executeAsyncScript(
                                """
                                const [anchorText, wrong, done] = arguments;
                                (async () => {
                                    const anchor = await Danaya.anchor(anchorText);
                                    const believed = [];
                                    for (const snapshot of wrong) {
                                        try {
                                            await Danaya.snapshot(Danaya.base64(snapshot), anchor);
                                            believed.push(snapshot);
                                        } catch (e) {
                                            if (!(e instanceof Danaya.Broken)) {
                                                believed.push("" + e.stack);
                                            }
                                        }
                                    }
                                    return believed;
                                })().then(done, (error) => done(["" + error.stack]));
                                """,
                                anchor.toJson(),
                                wrong);
        assertThat((List<?>) believed).isEmpty();
    }

    /** Mostly seals; some by wrong keys, some broken, some not ours. */
    private static String text(Random random) {
        String seal = authority.seal(ExampleAuthority.mandate(random), random.nextInt(40)).text();
        return switch (random.nextInt(16)) {
            case 0 -> seal.substring(0, random.nextInt(seal.length()));
            case 1 -> {
                StringBuilder changed = new StringBuilder(seal);
                changed.setCharAt(
                        random.nextInt(seal.length()), "0AZ:% é".charAt(random.nextInt(7)));
                yield changed.toString();
            }
            case 2 -> seal.substring("DM1:".length());
            case 3 -> "HC1:" + seal;
            case 4 -> "XY1:" + seal.substring("DM1:".length());
            case 5 -> "\r\n" + seal + "\n";
            default -> seal;
        };
    }

    @Test
    void aTypedCodeIsReadAsTheLibraryReadsIt() {
        Random random = new Random(4);
        List<String> typed = new ArrayList<>(List.of("", "U", "0000", "oOlI-0000-0000"));
        for (int i = 0; i < 300; i++) {
            StringBuilder code =
                    new StringBuilder(ShortCode.of(random.nextLong() >>> 14).toString());
            for (int change = random.nextInt(3); change > 0; change--) {
                code.setCharAt(random.nextInt(code.length()), "7kO-U Z9".charAt(random.nextInt(8)));
            }
            typed.add(code.toString());
        }
        List<String> expected =
                typed.stream().map(ShortCode::read).map(VerdictWords.FRENCH::reading).toList();
        Object said =
                browser.driver()
                        .executeScript(
                                "const words = new Danaya.Sentences('fr');"
                                        + "return arguments[0].map((typed) =>"
                                        + " words.reading(Danaya.shortCode(typed)))",
                                typed);
        assertThat((List<?>) said).isEqualTo(expected);
    }
}
