package org.danaya.trust.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.crypto.KeyAlgorithm;
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

/** Costs ten seconds: each share takes half a one. */
class CeremonyTest {

    private static final String SCRIPT =
            """
            title: Cérémonie d’exemple
            place: Bamako
            witnesses:
              - {name: Témoin Exemple, function: huissier}
            suffix: "2026"
            names:
              root: Racine (exemple)
              persons: Personnes (exemple)
              structures: Structures (exemple)
              servers: Serveurs (exemple)
              infrastructure: Infrastructure (exemple)
            root-key:
              needed: 2
              keepers:
                - {name: Gardien Un, passphrase-file: FOLDER/one}
                - {name: Gardien Deux, passphrase-file: FOLDER/two}
                - {name: Gardien Trois, passphrase-file: FOLDER/three}
            """;

    @TempDir Path temporary;
    private Ceremony ceremony;
    private CeremonyFolder folder;
    private Path handover;

    @BeforeEach
    void open() throws IOException {
        SecureRandom random = new SecureRandom();
        ceremony =
                new Ceremony(
                        new RootAuthority.Desk(
                                Profiles.shipped(),
                                URI.create("http://pki.example.ml"),
                                random,
                                Clock.systemUTC()),
                        SoftwareToken.openRandom(
                                "authorities",
                                temporary.resolve("token"),
                                Secret.of("test"),
                                random),
                        Words.load());
        folder = CeremonyFolder.fresh(temporary.resolve("safe"));
        handover = temporary.resolve("home/ceremonies");
        for (String keeper : List.of("one", "two", "three")) {
            Path file = temporary.resolve(keeper);
            Files.writeString(file, "phrase de passe " + keeper + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aWholeLifeOfARoot() throws Exception {
        Path first = ceremony.begin(plan(false), folder, handover);
        assertThat(folder.codes())
                .containsExactlyInAnyOrder(
                        "infrastructure-2026", "persons-2026", "servers-2026", "structures-2026");
        X509Certificate root = certificate("root.cer");
        X509Certificate persons = certificate("certificates/persons-2026.cer");
        persons.verify(root.getPublicKey());
        assertThat(
                        Duration.between(
                                root.getNotBefore().toInstant(), root.getNotAfter().toInstant()))
                .isGreaterThan(Duration.ofDays(7_000));
        assertThat(Files.readString(first.resolve("minute.txt")))
                .contains("PROCÈS-VERBAL", "MINUTE OF", "persons-2026", "Témoin Exemple, huissier")
                .contains("2 gardiens");
        opensslAccepts(first);
        assertThat(crl().getRevokedCertificates()).isNull();

        Path second =
                ceremony.addAuthority(
                        folder,
                        gathering("Gardien Un", "one", "Gardien Trois", "three"),
                        AuthorityKind.PERSONS,
                        "2027",
                        "Personnes 2027 (exemple)",
                        KeyAlgorithm.EC_P256,
                        handover);
        certificate("certificates/persons-2027.cer").verify(root.getPublicKey());
        ceremony.revoke(
                folder,
                gathering("Gardien Deux", "two", "Gardien Trois", "three"),
                "persons-2026",
                RevocationReason.CA_COMPROMISE,
                handover);
        assertThat(crl().isRevoked(persons)).isTrue();
        assertThat(crl().isRevoked(certificate("certificates/persons-2027.cer"))).isFalse();
        assertThatThrownBy(
                        () ->
                                ceremony.revoke(
                                        folder,
                                        gathering("Gardien Deux", "two", "Gardien Un", "one"),
                                        "persons-2026",
                                        RevocationReason.SUPERSEDED,
                                        handover))
                .hasMessageContaining("ceremony.already-revoked");
        ceremony.renewList(folder, gathering("Gardien Deux", "two", "Gardien Un", "one"), handover);
        crl().verify(root.getPublicKey());
        assertThat(crl().isRevoked(persons)).isTrue();
        assertThat(handover.resolve("root-2026-4/register.txt"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo("list root-2026\n");
        assertThat(handover.resolve("root-2026-3/register.txt"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo("end persons-2026\nlist root-2026\n");

        assertThat(new CeremonyCheck(folder).run()).allMatch(CeremonyCheck.Result::holds);
        Files.writeString(
                second.resolve("minute.txt"),
                Files.readString(second.resolve("minute.txt")).replace("2027", "2028"));
        assertThat(new CeremonyCheck(folder).run())
                .filteredOn(result -> !result.holds())
                .extracting(CeremonyCheck.Result::what)
                .containsExactly("02-authority/minute.txt");
    }

    @Test
    void oneKeeperAloneAndAWrongPassphraseGiveNothing() throws IOException {
        ceremony.begin(plan(false), folder, handover);
        Ceremony.Gathering alone =
                new Ceremony.Gathering(
                        "–",
                        "–",
                        List.of(),
                        new RootKeyPlace.Parted(2, List.of(keeper("Gardien Un", "one"))));
        assertThatThrownBy(() -> ceremony.renewList(folder, alone, handover))
                .hasMessageContaining("ceremony.keepers-missing");
        assertThatThrownBy(
                        () ->
                                ceremony.renewList(
                                        folder,
                                        gathering("Gardien Un", "two", "Gardien Deux", "two"),
                                        handover))
                .hasMessageContaining("ceremony.passphrase-wrong");
    }

    @Test
    void aRehearsalSaysSoEverywhereAndEndsSoon() throws Exception {
        Path act = ceremony.begin(Plans.rehearsal(Clock.systemUTC()), folder, handover);
        for (String code : folder.codes()) {
            X509Certificate certificate = certificate("certificates/" + code + ".cer");
            assertThat(code).startsWith("rehearsal-");
            assertThat(certificate.getSubjectX500Principal().getName())
                    .contains("RÉPÉTITION/REHEARSAL");
            assertThat(certificate.getNotAfter().toInstant())
                    .isBefore(Clock.systemUTC().instant().plus(Duration.ofDays(91)));
        }
        assertThat(Files.readString(act.resolve("minute.txt"))).contains("RÉPÉTITION\u00a0: rien");
    }

    @Test
    void aShortPassphraseOrTheSameTwiceIsRefused() throws IOException {
        Files.writeString(temporary.resolve("two"), "court\n");
        assertThatThrownBy(() -> ceremony.begin(plan(false), folder, handover))
                .hasMessageContaining("ceremony.passphrase-short");
        Files.copy(
                temporary.resolve("one"),
                temporary.resolve("two"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> ceremony.begin(plan(false), folder, handover))
                .hasMessageContaining("ceremony.passphrase-same");
    }

    @Test
    void aUsedFolderIsRefused() throws IOException {
        Files.writeString(temporary.resolve("safe/x"), "x");
        assertThatThrownBy(() -> CeremonyFolder.fresh(temporary.resolve("safe")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("ceremony.folder-taken");
    }

    @Test
    void theGuideAsksUntilTheAnswersWillDo() {
        Deque<String> lines =
                new ArrayDeque<>(
                        List.of(
                                "Cérémonie",
                                "Bamako",
                                "A (exemple), témoin; B (exemple)",
                                "",
                                "rsa-1024",
                                "ml-dsa-65",
                                "",
                                "Racine",
                                "P",
                                "S",
                                "V",
                                "I",
                                "3",
                                "",
                                "2",
                                "3",
                                "2",
                                "Gardien Un",
                                "Gardien-un",
                                "Gardien Deux"));
        Deque<String> secrets =
                new ArrayDeque<>(
                        List.of(
                                "court",
                                "une phrase assez longue",
                                "une phrase différente",
                                "une phrase assez longue",
                                "une phrase assez longue",
                                "une autre phrase longue",
                                "une autre phrase longue"));
        Questions questions =
                new Questions(
                        new Terminal(Words.load(), Language.FRENCH),
                        new Questions.Answers() {
                            @Override
                            public Optional<String> line() {
                                return Optional.ofNullable(lines.poll());
                            }

                            @Override
                            public Optional<char[]> secret() {
                                return Optional.ofNullable(secrets.poll()).map(String::toCharArray);
                            }
                        });
        Plan plan = new Guide(questions, Clock.systemUTC()).plan(false);
        assertThat(plan.rootAlgorithm()).isEqualTo(KeyAlgorithm.ML_DSA_65);
        assertThat(plan.witnesses()).containsExactly("A (exemple), témoin", "B (exemple)");
        assertThat(plan.rootKey())
                .isInstanceOfSatisfying(
                        RootKeyPlace.Parted.class,
                        parted -> {
                            assertThat(parted.needed()).isEqualTo(2);
                            assertThat(parted.keepers())
                                    .extracting(Keeper::name)
                                    .containsExactly("Gardien Un", "Gardien Deux");
                        });
        assertThat(lines).isEmpty();
        assertThat(secrets).isEmpty();
    }

    @Test
    void aTranscriptTellsEveryChange() {
        Transcript transcript = new Transcript(Clock.systemUTC());
        transcript.note("one");
        transcript.note("two", new byte[] {1});
        transcript.note("three");
        String text = Minute.string(transcript.bytes());
        assertThat(Transcript.holds(text)).isTrue();
        assertThat(Transcript.holds(text.replace("two", "2"))).isFalse();
        assertThat(Transcript.holds(text.lines().skip(1).findFirst().orElseThrow())).isFalse();
    }

    private Plan plan(boolean rehearsal) {
        return Plans.read(
                "script.yaml",
                SCRIPT.replace("FOLDER", temporary.toString()).getBytes(StandardCharsets.UTF_8),
                rehearsal);
    }

    private Ceremony.Gathering gathering(String one, String file, String other, String otherFile) {
        return new Ceremony.Gathering(
                "Acte d’exemple",
                "Bamako",
                List.of(),
                new RootKeyPlace.Parted(2, List.of(keeper(one, file), keeper(other, otherFile))));
    }

    private Keeper keeper(String name, String file) {
        return new Keeper(name, Secret.of("phrase de passe " + file));
    }

    private X509Certificate certificate(String file) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(folder.read(file)));
    }

    private X509CRL crl() throws Exception {
        return (X509CRL)
                CertificateFactory.getInstance("X.509")
                        .generateCRL(new ByteArrayInputStream(folder.read("root.crl")));
    }

    /** The list, the chain with the list, and the minute's signature. */
    private void opensslAccepts(Path act) throws Exception {
        String safe = folder.path().toString();
        String script =
                """
                set -e
                cd %s
                openssl x509 -inform der -in root.cer -out /tmp/$$.root.pem
                openssl x509 -inform der -in certificates/servers-2026.cer -out /tmp/$$.pem
                openssl crl -inform der -in root.crl -out /tmp/$$.crl.pem
                openssl crl -inform der -in root.crl -CAfile /tmp/$$.root.pem -noout 2>&1
                openssl verify -x509_strict -crl_check -CAfile /tmp/$$.root.pem -CRLfile /tmp/$$.crl.pem /tmp/$$.pem
                openssl x509 -in /tmp/$$.root.pem -pubkey -noout > /tmp/$$.key
                openssl dgst -sha384 -verify /tmp/$$.key -signature %s/minute.sig %s/minute.txt
                rm -f /tmp/$$.*
                """
                        .formatted(safe, act, act);
        Path output = temporary.resolve("openssl.txt");
        Process process =
                new ProcessBuilder("bash", "-c", script)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(output)).contains("verify OK", "pem: OK", "Verified OK");
    }
}
