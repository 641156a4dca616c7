package org.danaya.trust.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.danaya.access.Accounts;
import org.danaya.access.TestAccounts;
import org.danaya.access.TestNames;
import org.danaya.app.TestPlatform;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.jobs.Jobs;
import org.danaya.log.Leaves;
import org.danaya.page.Words;
import org.danaya.signin.AssertionOutcome;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.ValidationOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is signed after a confirmation, and what is renewed later. About 10 seconds. */
class SigningWorkTest {

    static final TestSigning KIT = new TestSigning();
    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    static final DocumentTable DOCUMENTS = new DocumentTable(SQL);
    static final SignerTable SIGNERS = new SignerTable(SQL);
    static final RequestTable REQUESTS = new RequestTable(SQL, DOCUMENTS, SIGNERS);
    static final TestNames NAMES = new TestNames();
    static final SigningMeans MEANS =
            new SigningMeans(new TestKeys(), NAMES.acting, TestPlatform.bean(Words.class));
    static final Ids IDS = TestPlatform.bean(Ids.class);

    private static final ApplicationEventPublisher NEWS =
            event ->
                    TestPlatform.bean(ApplicationEventMulticaster.class)
                            .multicastEvent(new PayloadApplicationEvent<>(KIT, event));

    /** Asked for a timestamp so often; fails once at this number. */
    private final AtomicInteger asked = new AtomicInteger();

    private int failing = -1;
    private Clock clock = Clock.fixed(KIT.now.plusSeconds(5), ZoneOffset.UTC);
    final UUID owner = owner();

    @Test
    void aBatchIsSignedUnderOneConfirmationAndGoesOnAfterAFailure() {
        List<SignedFile> files = IntStream.range(0, 20).mapToObj(i -> text("note " + i)).toList();
        failing = 7;
        SigningRequest made = confirmed(files, SignatureLevel.T);
        UUID signer = made.signers().getFirst().id();
        assertThatThrownBy(() -> work().run(new SigningWork.Piece(made.id(), signer)))
                .isInstanceOf(RuntimeException.class);
        assertThat(DOCUMENTS.made(signer)).isEqualTo(6);
        work().run(new SigningWork.Piece(made.id(), signer));
        work().run(new SigningWork.Piece(made.id(), signer));
        SigningRequest done = REQUESTS.find(made.id()).orElseThrow();
        assertThat(done.state()).isInstanceOf(SigningRequest.State.Done.class);
        assertThat(DOCUMENTS.made(signer)).isEqualTo(20);
        for (SigningDocument document : done.documents()) {
            ValidationOutcome.Checked checked = check(document);
            assertThat(checked.signatures()).hasSize(1);
            assertThat(checked.holds()).isTrue();
        }
        assertThat(
                        SQL.sql(
                                        "select count(distinct evidence) from signature.made where signer = ?")
                                .param(signer)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    /** Fifty PDFs, or as many as {@code -Ddanaya.batch=500} says: a batch has at most 500. */
    @Test
    void aBatchOfPdfsIsSignedUnderOneConfirmation() {
        int many = Integer.getInteger("danaya.batch", 50);
        byte[] pdf = TestSigning.pdf(1).bytes();
        SigningRequest made =
                confirmed(
                        IntStream.range(0, many)
                                .mapToObj(i -> new SignedFile("acte " + i + ".pdf", pdf))
                                .toList(),
                        SignatureLevel.T);
        UUID signer = made.signers().getFirst().id();
        long begun = System.nanoTime();
        work().run(new SigningWork.Piece(made.id(), signer));
        System.out.println(
                "A batch of %d PDFs at B-T took %d ms"
                        .formatted(many, (System.nanoTime() - begun) / 1_000_000));
        assertThat(DOCUMENTS.made(signer)).isEqualTo(many);
        assertThat(asked.get()).as("a timestamp each").isEqualTo(many);
        SigningRequest done = REQUESTS.find(made.id()).orElseThrow();
        assertThat(done.state()).isInstanceOf(SigningRequest.State.Done.class);
        assertThat(check(done.documents().getLast()).holds()).isTrue();
    }

    /** Some files of each kind, in each form that fits it, by two people one after the other. */
    @ParameterizedTest
    @MethodSource
    void everyFormTakesTwoSignersOneAfterTheOther(SignedFile file, SignatureForm form) {
        SigningRequest made = opened(List.of(file), SignatureLevel.T);
        SigningDocument document = made.documents().getFirst();
        DOCUMENTS.form(document.id(), form);
        UUID other = owner();
        var kadi = KIT.hierarchy.person("Kadi", "Exemple");
        TestKeys.give(other, kadi);
        UUID second = IDS.next();
        SIGNERS.insertKnown(second, made.id(), 2, "Kadi", other, KIT.now);
        UUID first = made.signers().getFirst().id();
        SIGNERS.signing(
                first, IDS.next(), Hashes.of(KIT.person.certificate()), Optional.empty(), KIT.now);
        work().run(new SigningWork.Piece(made.id(), first));
        SIGNERS.signing(
                second, IDS.next(), Hashes.of(kadi.certificate()), Optional.empty(), KIT.now);
        work().run(new SigningWork.Piece(made.id(), second));
        ValidationOutcome.Checked checked = check(document);
        assertThat(checked.signatures()).as(form.code()).hasSize(2);
        assertThat(checked.holds()).as(form.code() + " " + checked.signatures()).isTrue();
        SigningDocument signed = REQUESTS.find(made.id()).orElseThrow().documents().getFirst();
        assertThat(signed.signedName()).endsWith(form.ending());
    }

    static Stream<Arguments> everyFormTakesTwoSignersOneAfterTheOther() {
        return Stream.of(
                        TestSigning.pdf(1),
                        new SignedFile("acte.xml", bytes("<acte>1000</acte>")),
                        new SignedFile("donnees.json", bytes("{\"montant\":1000}")),
                        new SignedFile("note.txt", bytes("1000")),
                        new SignedFile("lot.zip", zip("a.txt", "b.txt")))
                .flatMap(
                        file ->
                                Documents.listed(IDS.next(), 1, file).forms().stream()
                                        .map(form -> Arguments.of(file, form)));
    }

    @Test
    void theFormIsTheOneThatPeopleCanOpenBest() {
        assertThat(Documents.form(TestSigning.pdf(1))).isEqualTo(SignatureForm.PADES);
        assertThat(Documents.form(new SignedFile("a.XML", bytes("<a/>"))))
                .isEqualTo(SignatureForm.XADES);
        assertThat(Documents.form(new SignedFile("a.xml", bytes("no xml"))))
                .isEqualTo(SignatureForm.ASIC_E_XADES);
        assertThat(Documents.form(new SignedFile("a.json", bytes("[1]"))))
                .isEqualTo(SignatureForm.JADES);
        assertThat(Documents.form(text("a"))).isEqualTo(SignatureForm.ASIC_E_XADES);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(bytes("contenu de " + name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void aFileThatIsNotTheConfirmedOneIsNotSigned() {
        SigningRequest made = confirmed(List.of(text("a")), SignatureLevel.B);
        SQL.sql("update signature.document set content = 'other'::bytea where request = ?")
                .param(made.id())
                .update();
        assertThatThrownBy(
                        () ->
                                work().run(
                                                new SigningWork.Piece(
                                                        made.id(), made.signers().getFirst().id())))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(SignatureFault.NOT_CONFIRMED));
    }

    @Test
    void anotherCertificateThanTheConfirmedOneIsNotUsed() {
        SigningRequest made = confirmed(List.of(text("a")), SignatureLevel.B);
        TestKeys.give(owner, KIT.hierarchy.person("Autre", "Exemple"));
        assertThatThrownBy(
                        () ->
                                work().run(
                                                new SigningWork.Piece(
                                                        made.id(), made.signers().getFirst().id())))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(SignatureFault.NO_CERTIFICATE));
    }

    @Test
    void withoutAnAnswerOfThePasskeyNothingIsSigned() {
        SigningRequest made = opened(List.of(text("a")), SignatureLevel.B);
        SigningRequests refusing =
                requests(
                        (_, _, _, _, _) ->
                                new AssertionOutcome.Refused(
                                        AssertionOutcome.Reason.OTHER_CONTENT));
        assertThatThrownBy(() -> refusing.confirm(made.id(), owner, Optional.empty(), "", ""))
                .isInstanceOf(Fault.class);
        assertThat(REQUESTS.find(made.id()).orElseThrow().signers().getFirst().state())
                .isInstanceOf(Signer.State.Joined.class);
    }

    @Test
    void anArchiveTimestampIsRenewedBeforeItEnds() {
        SigningRequest made = confirmed(List.of(TestSigning.pdf(1)), SignatureLevel.LTA);
        work().run(new SigningWork.Piece(made.id(), made.signers().getFirst().id()));
        SigningDocument document = REQUESTS.find(made.id()).orElseThrow().documents().getFirst();
        Instant due =
                SQL.sql("select renew_at from signature.archive where document = ?")
                        .param(document.id())
                        .query((row, _) -> RequestTable.time(row, "renew_at"))
                        .single();
        assertThat(due).isAfter(KIT.now.plus(Duration.ofDays(365)));
        archives().renew();
        assertThat(renewals(document)).isZero();
        SQL.sql(
                        "update signature.archive set renew_at = now() - interval '1 day' where document = ?")
                .param(document.id())
                .update();
        archives().renew();
        assertThat(renewals(document)).isEqualTo(1);
        ValidationOutcome.Checked checked =
                check(REQUESTS.find(made.id()).orElseThrow().documents().getFirst());
        assertThat(checked.holds()).as(checked.signatures().toString()).isTrue();
        assertThat(archives().figures().kept()).isPositive();
    }

    private int renewals(SigningDocument document) {
        return SQL.sql("select renewals from signature.archive where document = ?")
                .param(document.id())
                .query(Integer.class)
                .single();
    }

    SigningRequest opened(List<SignedFile> files, SignatureLevel level) {
        SigningRequests requests = requests(SigningWorkTest::yes);
        SigningRequest made = requests.create(owner, "Lot d’exemple", files, level);
        requests.open(made.id(), owner);
        return made;
    }

    private SigningRequest confirmed(List<SignedFile> files, SignatureLevel level) {
        SigningRequest made = opened(files, level);
        SIGNERS.signing(
                made.signers().getFirst().id(),
                IDS.next(),
                Hashes.of(KIT.person.certificate()),
                Optional.empty(),
                KIT.now);
        return made;
    }

    private static AssertionOutcome yes(
            UUID account, String what, byte[] content, String challenge, String credential) {
        throw new IllegalStateException("nobody is asked here");
    }

    private SigningRequests requests(Assertions assertions) {
        return new SigningRequests(
                REQUESTS,
                DOCUMENTS,
                SIGNERS,
                work(),
                MEANS,
                assertions,
                TestPlatform.bean(Accounts.class),
                TestPlatform.bean(TransactionTemplate.class),
                NEWS,
                new SecureRandom(),
                IDS,
                clock);
    }

    SigningWork work() {
        return new SigningWork(
                REQUESTS,
                DOCUMENTS,
                SIGNERS,
                engine(),
                new TestKeys(),
                MEANS,
                new Appearances(TestPlatform.bean(Words.class), ZoneId.of("UTC")),
                archives(),
                TestPlatform.bean(Leaves.class),
                TestPlatform.bean(Jobs.class),
                TestPlatform.bean(TransactionTemplate.class),
                NEWS,
                IDS,
                clock);
    }

    private Archives archives() {
        return new Archives(
                DOCUMENTS,
                new ArchiveTable(SQL),
                engine(),
                TestPlatform.bean(Leaves.class),
                TestPlatform.bean(TransactionTemplate.class),
                NEWS,
                IDS,
                clock);
    }

    private AdesEngine engine() {
        return new AdesEngine(
                List.of(KIT.hierarchy.anchors()),
                KIT.hierarchy.status(),
                request -> {
                    if (asked.incrementAndGet() == failing) {
                        throw new Fault(SignatureFault.NO_TIMESTAMP, "essai");
                    }
                    return KIT.hierarchy.timestamp(request);
                },
                new SecureRandom(),
                clock);
    }

    static ValidationOutcome.Checked check(SigningDocument document) {
        return (ValidationOutcome.Checked)
                KIT.validator()
                        .check(
                                DOCUMENTS.content(document.id()).orElseThrow(),
                                List.of(),
                                Locale.FRENCH);
    }

    private static UUID owner() {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestKeys.give(account, KIT.person);
        return account;
    }

    static SignedFile text(String text) {
        return new SignedFile("note.txt", text.getBytes(StandardCharsets.UTF_8));
    }
}
