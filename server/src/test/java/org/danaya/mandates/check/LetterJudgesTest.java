package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.danaya.mandates.check.ExampleState.By;
import org.danaya.mandates.check.ExampleState.Log;
import org.danaya.mandates.letter.ExampleLetters;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.SigningOrder;
import org.danaya.trust.signature.TestSigning;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.Standing;
import org.danaya.trust.validation.TestHierarchy;
import org.danaya.trust.validation.ValidationOutcome;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A letter sealed PAdES B-LTA before judges that we did not write, and before {@code danaya verify}
 * without a network. About 30 seconds.
 */
class LetterJudgesTest {

    private static final String NAME = "Ministère d’exemple";

    /** More than the digits of a timestamp: the rest of its room is empty. */
    private static final int TOKEN = 8_000;

    @TempDir Path folder;
    private final TestSigning signing = new TestSigning();
    private final ExampleState state = new ExampleState();
    private final TestHierarchy.Identity ministry = structure(signing);
    private final byte[] plain = ExampleLetters.pdf(state.seal(1, By.THE_STATE));
    private Path anchor;
    private Path snapshot;

    private static TestHierarchy.Identity structure(TestSigning signing) {
        return structure(signing, NAME, "DA:ML-ministere-exemple");
    }

    private static TestHierarchy.Identity structure(
            TestSigning signing, String name, String identifier) {
        return signing.hierarchy.holder(
                "CN=" + name + ",O=" + name + ",2.5.4.97=" + identifier + ",C=ML",
                Duration.ofDays(300));
    }

    @Test
    void anotherStructuresGenuineSealMakesNoLetter() throws Exception {
        byte[] lie = Forgeries.rewordedAndStripped(letter());
        for (TestHierarchy.Identity other :
                List.of(
                        structure(signing, "Autre ministère", "DA:ML-autre-exemple"),
                        // Its name isn't enough where its number is another's.
                        structure(signing, "MEX", "DA:ML-autre-exemple"),
                        structure(signing, "Autre ministère", "NTRML-EXEMPLE"),
                        structure(signing, "Autre ministère", "DA:ML-ministere-exemple-2"))) {
            CommandLines said = verify(sealed(signing, other, SignatureLevel.LTA, lie));
            assertThat(said.said())
                    .startsWith("INCONNU_OU_FALSIFIE")
                    .contains("le cachet d’une autre structure", "que nomme son code : Valide");
            assertThat(said.exit()).isOne();
        }
        TestHierarchy.Identity acronym = structure(signing, "MEX", "NTRML-EXEMPLE");
        assertThat(verify(sealed(signing, acronym, SignatureLevel.LTA, plain)).exit()).isZero();
    }

    @BeforeEach
    void open() throws IOException, CertificateEncodingException {
        String root =
                Base64.getEncoder()
                        .encodeToString(signing.hierarchy.rootCertificate().getEncoded());
        anchor = Files.writeString(folder.resolve("anchor.json"), state.anchor(root).toJson());
        snapshot =
                Files.write(
                        folder.resolve("snapshot.cbor"),
                        state.snapshot(state.view(Duration.ofMinutes(1), Set.of(), new Log(20, -1)))
                                .toBytes());
    }

    private static byte[] sealed(
            TestSigning by, TestHierarchy.Identity identity, SignatureLevel level, byte[] pdf) {
        return by.engine
                .sign(
                        by.key(identity),
                        new SigningOrder(
                                SignatureForm.PADES,
                                level,
                                List.of(new SignedFile("lettre.pdf", pdf)),
                                by.now,
                                "",
                                Optional.empty()))
                .bytes();
    }

    private byte[] letter() {
        return sealed(signing, ministry, SignatureLevel.LTA, plain);
    }

    private CommandLines verify(byte[] file) throws IOException {
        return CommandLines.verify(
                Clock.fixed(state.now.plusSeconds(60), ZoneOffset.UTC),
                Files.write(Files.createTempFile(folder, "lettre", ".pdf"), file),
                "--anchor",
                anchor,
                "--snapshot",
                snapshot,
                "--memory",
                folder.resolve("memory"));
    }

    @Test
    void theJudgesOfSignaturesAndArchivesAcceptIt() throws Exception {
        byte[] letter = letter();
        ValidationOutcome outcome =
                signing.validator()
                        .check(new SignedFile("lettre.pdf", letter), List.of(), Locale.FRENCH);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ValidationOutcome.Checked.class,
                        checked ->
                                assertThat(checked.signatures())
                                        .singleElement()
                                        .satisfies(
                                                each -> {
                                                    assertThat(each.standing())
                                                            .isEqualTo(Standing.HOLDS);
                                                    assertThat(each.level())
                                                            .isEqualTo("PAdES-BASELINE-LTA");
                                                    assertThat(each.by().seal()).isTrue();
                                                }));
        assertThat(ExampleLetters.broken(letter)).isEmpty();
        assertThat(pdfsig(letter)).contains("Signature is Valid.", "ETSI.CAdES.detached");
        assertThat(pdfsig(Forgeries.byteChanged(letter))).doesNotContain("Signature is Valid.");
    }

    private String pdfsig(byte[] pdf) throws Exception {
        Path file = Files.write(Files.createTempFile(folder, "judged", ".pdf"), pdf);
        Process judge;
        try {
            judge =
                    new ProcessBuilder("pdfsig", "-nocert", file.toString())
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException _) {
            Assumptions.abort("pdfsig (Debian poppler-utils) is not here");
            throw new AssertionError();
        }
        String said = new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(judge.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    @Test
    void aLetterIsJudgedWithoutANetworkUnderTheRootsOfTheAnchor() throws Exception {
        CommandLines good = verify(letter());
        assertThat(good.said()).startsWith("VALIDE – Ɲaɲa KƐITA EXEMPLE");
        assertThat(good.exit()).isZero();
        CommandLines scan = verify(Forgeries.scanned(letter(), true));
        assertThat(scan.said()).startsWith("VALIDE").contains("ne prouve rien de ce qui y est");
        CommandLines basic = verify(sealed(signing, ministry, SignatureLevel.T, plain));
        assertThat(basic.said())
                .startsWith("VALIDE, à confirmer")
                .contains("est intact")
                .contains("envoyez la lettre à la page", "https://portail.example.org")
                .contains("faites confirmer en ligne avant tout engagement");
        assertThat(basic.exit()).isOne();
    }

    /** Also in the room around a signature, which validators don't look at. */
    @Test
    void aByteThatIsChangedAnywhereIsFound() throws Exception {
        byte[] letter = letter();
        assertThat(EveryByte.isAsSealed(letter)).isTrue();
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("LetterJudgesTest: -Ddanaya.seed=" + seed);
        Random random = new Random(seed);
        byte[] middle = letter.clone();
        middle[letter.length / 2] ^= 1;
        assertThat(verify(middle).said()).startsWith("INCONNU_OU_FALSIFIE");
        int lastRoom = new String(letter, StandardCharsets.ISO_8859_1).lastIndexOf("/Contents <");
        for (int i = 0; i < 300; i++) {
            // The first seal's own range is the validator's; all behind it is looked at here.
            int at = letter.length - 1 - random.nextInt(letter.length * 4 / 5);
            if (at > lastRoom && at < lastRoom + TOKEN) {
                continue;
            }
            byte[] changed = letter.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(EveryByte.isAsSealed(changed)).as("seed %d, byte %d", seed, at).isFalse();
        }
    }

    @Test
    void aForgedLetterIsFoundWithoutANetwork() throws Exception {
        byte[] letter = letter();
        TestSigning stranger = new TestSigning();
        List<byte[]> forged =
                List.of(
                        Forgeries.byteChanged(letter),
                        Forgeries.covered(letter),
                        Forgeries.stripped(letter),
                        Forgeries.rewordedAndStripped(letter),
                        plain,
                        Forgeries.pasted(Pictures.qr(state.seal(1, By.THE_STATE))),
                        sealed(stranger, structure(stranger), SignatureLevel.LTA, plain),
                        sealed(signing, signing.person, SignatureLevel.LTA, plain));
        for (int i = 0; i < forged.size(); i++) {
            CommandLines said = verify(forged.get(i));
            assertThat(said.said())
                    .as("forgery %d", i)
                    .startsWith("INCONNU_OU_FALSIFIE")
                    .contains("que nomme son code : Valide", "Ɲaɲa KƐITA EXEMPLE");
            assertThat(said.exit()).as("forgery %d", i).isOne();
        }
    }
}
