package org.danaya.trust.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.page.Heard;
import org.danaya.page.Invocation;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import org.danaya.store.StoreSettings;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.IdentityCheck;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.authority.TestAuthority;
import org.danaya.trust.issuance.IssuanceProblem.Kind;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.Profiles;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.EntryBundle;
import org.danaya.verify.LeafEntry;
import org.danaya.verify.NoteSigner;
import org.danaya.verify.TilePath;
import org.danaya.verify.TreeBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The leaves of three certificates, as they are and as somebody might have left them out. */
class IssuanceAuditTest {

    private static final UUID APPLICANT = UUID.randomUUID();
    private static final UUID OFFICER = UUID.randomUUID();

    @TempDir static Path folder;

    private static TestAuthority test;
    private static List<Leaf> leaves;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Leaf(LeafEntry entry, byte[] salt, byte[] content) {

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    @BeforeAll
    static void issue() throws Exception {
        test = new TestAuthority(folder.resolve("keys"), KeyAlgorithm.EC_P256, Clock.systemUTC());
        Authority persons = test.below(AuthorityKind.PERSONS);
        approved("Awa", UUID.randomUUID());
        approved("Moussa", UUID.randomUUID());
        test.approve(persons, "ocsp");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        test.infrastructure.issue(
                persons.id(),
                "ocsp",
                "Example",
                generator.generateKeyPair().getPublic(),
                Duration.ofDays(7));
        leaves =
                test.jdbc
                        .sql("select entry, salt, content from log.leaf order by id")
                        .query(
                                (row, _) ->
                                        new Leaf(
                                                LeafEntry.parse(row.getBytes(1)).orThrow(),
                                                row.getBytes(2),
                                                row.getBytes(3)))
                        .list();
    }

    @Test
    void everyCertificateIsCountedWithItsApprovals() {
        IssuanceAudit audit = audit(leaves);
        audit.compare(Certificates.hashes(test.source));
        IssuanceReport report = audit.report();
        assertThat(report.problems()).isEmpty();
        assertThat(report.certificates()).isEqualTo(3);
        assertThat(report.byRequest()).isEqualTo(2);
        assertThat(report.inAdvance()).isEqualTo(1);
        assertThat(report.approvers()).isEqualTo(2);
        assertThat(report.authorities()).isEqualTo(2);
    }

    @Test
    void aCertificateWithoutItsApprovalIsFound() {
        int approval = first("authority.approved");
        List<Leaf> without = new ArrayList<>(leaves);
        without.remove(approval);
        assertThat(kinds(audit(without))).containsExactly(Kind.TOO_FEW_APPROVALS);
    }

    @Test
    void anApprovalAfterTheCertificateCountsForNothing() {
        List<Leaf> late = new ArrayList<>(leaves);
        late.add(late.remove(first("authority.approved")));
        assertThat(kinds(audit(late))).containsExactly(Kind.TOO_FEW_APPROVALS);
    }

    @Test
    void anApprovalThatNoPasskeySignedIsFound() {
        int approval = first("authority.approved");
        Leaf honest = leaves.get(approval);
        String tbs =
                honest.text().lines().filter(l -> l.startsWith("tbs ")).findFirst().orElseThrow();
        String forged = honest.text().replace(tbs.substring(4, 12), "00000000");
        assertThat(kinds(audit(replaced(approval, forged))))
                .contains(Kind.FALSE_APPROVAL, Kind.TOO_FEW_APPROVALS);
    }

    @Test
    void aCertificateWithoutApprovalInAdvanceIsFound() {
        List<Leaf> without = new ArrayList<>(leaves);
        without.remove(first("authority.standing"));
        assertThat(kinds(audit(without))).containsExactly(Kind.NOT_STANDING);
    }

    @Test
    void aCertificateThatTheLogLacksIsFound() {
        List<Leaf> without = new ArrayList<>(leaves);
        without.remove(first("authority.issued"));
        IssuanceAudit audit = audit(without);
        audit.compare(Certificates.hashes(test.source));
        assertThat(kinds(audit)).containsExactly(Kind.NOT_IN_LOG);
    }

    @Test
    void theSameSerialTwiceIsFound() {
        List<Leaf> twice = new ArrayList<>(leaves);
        twice.add(leaves.get(first("authority.issued")));
        assertThat(kinds(audit(twice))).containsExactly(Kind.SERIAL_TWICE);
    }

    @Test
    void aStrangerCountsFromACopyOfTheLogAndItsDisclosures() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteSigner signer = NoteSigner.ed25519("example.test/log", keys);
        Path log = published(signer);
        Path disclosures = folder.resolve("disclosures.jsonl");
        try (Disclosures.Writer writer = Disclosures.write(disclosures)) {
            for (int i = 0; i < leaves.size(); i++) {
                writer.add(i, new Contents.Given(leaves.get(i).salt(), leaves.get(i).content()));
            }
        }
        assertThat(Files.readString(disclosures)).doesNotContain("Awa").doesNotContain("Exemple");
        Said sound = run(log, disclosures, signer);
        assertThat(sound.text()).contains("3 certificates").contains("Every certificate has");
        assertThat(sound.code()).isZero();

        List<String> lines = new ArrayList<>(Files.readAllLines(disclosures));
        lines.remove(first("authority.issued"));
        Files.write(disclosures, lines);
        Said hidden = run(log, disclosures, signer);
        assertThat(hidden.code()).isEqualTo(1);
        assertThat(hidden.text()).contains("nobody showed what it commits to");

        Files.writeString(disclosures, "not json\n");
        assertThat(run(log, disclosures, signer).code()).isEqualTo(3);
    }

    private record Said(int code, String text) {}

    private static Said run(Path log, Path disclosures, NoteSigner signer) {
        Settings settings = Settings.of(StoreSettings.ALL, Map.of());
        Terminal terminal = new Terminal(Words.load(), Language.ENGLISH);
        try (Heard heard = Heard.together()) {
            int code =
                    new CommandLine(
                                    new AuditIssuanceCommand(
                                            new Invocation(terminal, _ -> settings)))
                            .setExecutionExceptionHandler((e, _, _) -> terminal.failure(e))
                            .execute(
                                    "--log",
                                    log.toString(),
                                    "--disclosures",
                                    disclosures.toString(),
                                    "--key",
                                    signer.key().vkey());
            return new Said(code, heard.out());
        }
    }

    private static Path published(NoteSigner signer) throws IOException {
        Path log = folder.resolve("log");
        TreeBuilder tree = TreeBuilder.empty();
        leaves.forEach(leaf -> tree.add(leaf.entry().toBytes()));
        Path bundle = log.resolve(new TilePath.Entries(0, leaves.size()).path());
        Files.createDirectories(bundle.getParent());
        Files.write(
                bundle,
                EntryBundle.of(leaves.stream().map(leaf -> leaf.entry().toBytes()).toList())
                        .toBytes());
        Checkpoint checkpoint = new Checkpoint("example.test/log", tree.size(), tree.root());
        Files.write(
                log.resolve(Checkpoint.PATH),
                checkpoint.signed(signer.sign(checkpoint, Instant.now())).toBytes());
        return log;
    }

    private static IssuanceAudit audit(List<Leaf> all) {
        Map<String, Integer> asked = new HashMap<>();
        for (Profile profile : Profiles.shipped().all()) {
            asked.put(HexFormat.of().formatHex(profile.digest()), profile.approvals());
        }
        IssuanceAudit audit = new IssuanceAudit(asked);
        for (int i = 0; i < all.size(); i++) {
            Leaf leaf = all.get(i);
            audit.take(i, leaf.entry().kind(), leaf.entry().time(), Optional.of(leaf.text()));
        }
        return audit;
    }

    private static List<Kind> kinds(IssuanceAudit audit) {
        return audit.report().problems().stream().map(IssuanceProblem::kind).toList();
    }

    private static List<Leaf> replaced(int index, String content) {
        List<Leaf> replaced = new ArrayList<>(leaves);
        Leaf old = leaves.get(index);
        replaced.set(
                index, new Leaf(old.entry(), old.salt(), content.getBytes(StandardCharsets.UTF_8)));
        return replaced;
    }

    private static int first(String kind) {
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).entry().kind().equals(kind)) {
                return i;
            }
        }
        throw new AssertionError(kind);
    }

    private static void approved(String name, UUID approver) {
        UUID id =
                test.requests
                        .submit(
                                APPLICANT,
                                new Requests.Asked(
                                        "person-signature",
                                        Optional.empty(),
                                        Optional.of(APPLICANT),
                                        Map.of(
                                                SubjectAttribute.GIVEN_NAME,
                                                name,
                                                SubjectAttribute.SURNAME,
                                                "Exemple",
                                                SubjectAttribute.SERIAL_NUMBER,
                                                "IDCML-0000001",
                                                SubjectAttribute.COMMON_NAME,
                                                name + " Exemple"),
                                        List.of(),
                                        new Requests.Key.Here(),
                                        Optional.empty()))
                        .head()
                        .id();
        test.examinations.check(
                List.of(id), List.copyOf(EnumSet.allOf(IdentityCheck.class)), OFFICER);
        Request.Prepared prepared = test.examinations.prepare(id, OFFICER);
        test.confirmed = test.approvals.statement(UUID.randomUUID(), List.of(prepared));
        test.approvals.approve(approver, List.of(id), "challenge", "answer");
    }
}
