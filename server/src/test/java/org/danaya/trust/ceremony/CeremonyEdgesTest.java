package org.danaya.trust.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.Secret;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.SoftHsm;
import org.danaya.crypto.SoftwareToken;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import org.danaya.trust.authority.RevocationReason;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.Profiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in a first ceremony, and a root on a token of its own. Costs five seconds. */
class CeremonyEdgesTest {

    @TempDir Path temporary;
    private SoftwareToken token;
    private Ceremony ceremony;
    private Path handover;
    private Path published;

    @BeforeEach
    void open() {
        SecureRandom random = new SecureRandom();
        token =
                SoftwareToken.openRandom(
                        "authorities", temporary.resolve("token"), Secret.of("test"), random);
        ceremony =
                new Ceremony(
                        new RootAuthority.Desk(
                                Profiles.shipped(),
                                URI.create("http://pki.example.ml"),
                                random,
                                Clock.systemUTC()),
                        token,
                        Words.load());
        handover = temporary.resolve("home/ceremonies");
        published = temporary.resolve("home/published");
    }

    @Test
    void whatWasCutShortIsToldClearedAwayAndDoneAgain() throws IOException {
        CeremonyFolder folder = CeremonyFolder.fresh(temporary.resolve("safe"));
        Plan plan = Plans.rehearsal(Clock.systemUTC());
        assertThatThrownBy(() -> ceremony.begin(plan, folder, blocked()))
                .hasMessageContaining("ceremony.file");
        assertThat(token.labels()).hasSizeGreaterThan(1);

        CeremonyFolder other = CeremonyFolder.fresh(temporary.resolve("other"));
        assertThatThrownBy(() -> ceremony.begin(plan, other, handover))
                .hasMessageContaining("ceremony.keys-left")
                .hasMessageContaining("ca-rehearsal-persons");
        List<String> labels = token.labels();
        assertThat(ceremony.abandon(folder, handover, published, false))
                .containsExactlyInAnyOrderElementsOf(labels);
        assertThat(token.labels()).isEqualTo(labels);
        assertThat(ceremony.abandon(folder, handover, published, true))
                .containsExactlyInAnyOrderElementsOf(labels);
        assertThat(token.labels()).isEmpty();

        ceremony.begin(plan, CeremonyFolder.fresh(folder.path()), handover);
        assertThat(new CeremonyCheck(folder).run()).allMatch(CeremonyCheck.Result::holds);
    }

    @Test
    void nothingOfAnAuthorityThatWasHandedOverIsEverClearedAway() {
        CeremonyFolder folder = CeremonyFolder.fresh(temporary.resolve("safe"));
        ceremony.begin(Plans.rehearsal(Clock.systemUTC()), folder, handover);
        assertThatThrownBy(() -> ceremony.abandon(folder, handover, published, true))
                .hasMessageContaining("ceremony.not-unfinished");
        // As if the last step had not come: its note says unfinished, the platform has the root.
        new Begun(folder).open();
        assertThatThrownBy(() -> ceremony.abandon(folder, handover, published, true))
                .hasMessageContaining("ceremony.not-unfinished");
        assertThat(token.labels()).hasSize(4);
        assertThat(folder.path().resolve("root-key")).isDirectory();
    }

    @Test
    void aKeyThatSomebodyElseMadeSinceStays() throws IOException {
        CeremonyFolder folder = CeremonyFolder.fresh(temporary.resolve("safe"));
        Plan plan = Plans.rehearsal(Clock.systemUTC());
        assertThatThrownBy(() -> ceremony.begin(plan, folder, blocked()))
                .hasMessageContaining("ceremony.file");
        String first = token.labels().getFirst();
        token.destroy(first);
        token.make(first, KeyAlgorithm.EC_P256);
        assertThat(ceremony.abandon(folder, handover, published, true)).doesNotContain(first);
        assertThat(token.labels()).containsExactly(first);
    }

    @Test
    void aRootLivesOnATokenOfItsOwn() throws Exception {
        assumeTrue(SoftHsm.library().isPresent(), "SoftHSM2 isn't installed");
        SoftHsm.initialize("ceremony-root");
        SoftHsm.initialize("ceremony-empty");
        Path pin = temporary.resolve("pin");
        Files.writeString(pin, SoftHsm.PIN.reveal() + "\n");
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-------"));
        CeremonyFolder folder = CeremonyFolder.fresh(temporary.resolve("safe"));
        Path act = ceremony.begin(onToken(pin), folder, handover);
        assertThat(SoftHsm.objects("ceremony-root")).contains("Private Key Object", "root");
        assertThat(folder.path().resolve("root-key/root.p12")).doesNotExist();
        X509Certificate root = certificate(folder.read("root.cer"));
        X509Certificate persons = certificate(folder.read(folder.certificate("persons-2026")));
        persons.verify(root.getPublicKey());
        assertThat(Files.readString(act.resolve("minute.txt"))).contains("PKCS #11");
        Signature minute = Signature.getInstance("SHA384withECDSA");
        minute.initVerify(root.getPublicKey());
        minute.update(Files.readAllBytes(act.resolve("minute.txt")));
        assertThat(minute.verify(Files.readAllBytes(act.resolve("minute.sig")))).isTrue();

        Ceremony.Gathering there = gathering("ceremony-root", pin);
        ceremony.addAuthority(
                folder,
                there,
                AuthorityKind.PERSONS,
                "2027",
                "Personnes 2027 (exemple)",
                KeyAlgorithm.EC_P256,
                handover);
        ceremony.revoke(folder, there, "persons-2026", RevocationReason.SUPERSEDED, handover);
        ceremony.renewList(folder, there, handover);
        X509CRL list =
                (X509CRL)
                        CertificateFactory.getInstance("X.509")
                                .generateCRL(new ByteArrayInputStream(folder.read("root.crl")));
        list.verify(root.getPublicKey());
        assertThat(list.isRevoked(persons)).isTrue();
        assertThat(new CeremonyCheck(folder).run()).allMatch(CeremonyCheck.Result::holds);

        assertThatThrownBy(
                        () ->
                                ceremony.renewList(
                                        folder, gathering("ceremony-empty", pin), handover))
                .hasMessageContaining("ceremony.root-key-missing");
        Ceremony elsewhere =
                new Ceremony(
                        new RootAuthority.Desk(
                                Profiles.shipped(),
                                URI.create("http://pki.example.ml"),
                                new SecureRandom(),
                                Clock.systemUTC()),
                        SoftwareToken.openRandom(
                                "other",
                                temporary.resolve("other-token"),
                                Secret.of("test"),
                                new SecureRandom()),
                        Words.load());
        assertThatThrownBy(
                        () ->
                                elsewhere.begin(
                                        onToken(pin),
                                        CeremonyFolder.fresh(temporary.resolve("second")),
                                        handover))
                .hasMessageContaining("ceremony.root-key-there");
    }

    @Test
    void anEmptyAnswerToTheOfferOfARehearsalIsYes() {
        assertThat(answered("")).isTrue();
        assertThat(answered("oui")).isTrue();
        assertThat(answered("peut-être", "non")).isFalse();
    }

    @Test
    void theGuideOffersATokenOfTheRootsOwn() throws IOException {
        Path library = Files.createFile(temporary.resolve("library.so"));
        Path pin = Files.createFile(temporary.resolve("pin"));
        Plan plan =
                guide(
                                "Cérémonie",
                                "Bamako",
                                "",
                                "2026",
                                "",
                                "",
                                "Racine",
                                "P",
                                "S",
                                "V",
                                "I",
                                "2",
                                temporary.resolve("nowhere.so").toString(),
                                library.toString(),
                                "",
                                pin.toString())
                        .plan(false);
        assertThat(plan.rootKey()).isEqualTo(new RootKeyPlace.OnToken(library, "root", pin));
    }

    private static boolean answered(String... lines) {
        return guide(lines)
                .confirmBy(
                        new Terminal(Words.load(), Language.FRENCH).word("rehearsal.yes"),
                        "rehearsal");
    }

    private static Guide guide(String... lines) {
        Deque<String> given = new ArrayDeque<>(List.of(lines));
        Terminal terminal = new Terminal(Words.load(), Language.FRENCH);
        return new Guide(
                new Questions(
                        terminal,
                        new Questions.Answers() {
                            @Override
                            public Optional<String> line() {
                                return Optional.ofNullable(given.poll());
                            }

                            @Override
                            public Optional<char[]> secret() {
                                return Optional.empty();
                            }
                        }),
                Clock.systemUTC());
    }

    @Test
    void aNameThatNoCertificateMayBearIsRefusedBeforeAnyKeyIsMade() throws IOException {
        CeremonyFolder folder = CeremonyFolder.fresh(temporary.resolve("safe"));
        assertThatThrownBy(
                        () ->
                                ceremony.begin(
                                        tooLong(Plans.rehearsal(Clock.systemUTC())),
                                        folder,
                                        handover))
                .hasMessageContaining("ceremony.wrong-answer");
        assertThat(token.labels()).isEmpty();
        assertThat(folder.path()).isEmptyDirectory();
    }

    /** A handover that can't be written, so that the last step fails. */
    private Path blocked() throws IOException {
        Path file = temporary.resolve("blocked");
        Files.writeString(file, "");
        return file.resolve("ceremonies");
    }

    private static Plan tooLong(Plan plan) {
        Map<AuthorityKind, String> names = new EnumMap<>(plan.names());
        names.put(AuthorityKind.INFRASTRUCTURE, "x".repeat(65));
        return new Plan(
                plan.rehearsal(),
                plan.title(),
                plan.place(),
                plan.witnesses(),
                plan.suffix(),
                plan.rootAlgorithm(),
                plan.issuingAlgorithm(),
                names,
                plan.rootKey(),
                plan.listLife());
    }

    private Plan onToken(Path pin) {
        String script =
                """
                title: Cérémonie d’exemple
                place: Bamako
                witnesses: []
                suffix: "2026"
                names:
                  root: Racine (exemple)
                  persons: Personnes (exemple)
                  structures: Structures (exemple)
                  servers: Serveurs (exemple)
                  infrastructure: Infrastructure (exemple)
                root-key:
                  token: {library: %s, label: ceremony-root, pin-file: %s}
                """
                        .formatted(SoftHsm.library().orElseThrow(), pin);
        return Plans.read("script.yaml", script.getBytes(StandardCharsets.UTF_8), false);
    }

    private static Ceremony.Gathering gathering(String token, Path pin) {
        return new Ceremony.Gathering(
                "Acte d’exemple",
                "Bamako",
                List.of(),
                new RootKeyPlace.OnToken(SoftHsm.library().orElseThrow(), token, pin));
    }

    private static X509Certificate certificate(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }
}
