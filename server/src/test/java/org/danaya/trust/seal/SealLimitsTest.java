package org.danaya.trust.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;
import org.danaya.app.TestPlatform;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.crypto.TestTokens;
import org.danaya.crypto.Token;
import org.danaya.signin.FreshAssertions;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.PlatformSeals;
import org.danaya.trust.authority.Revocations;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.signature.CertifiedKeys;
import org.danaya.trust.signature.SignatureFault;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.SigningKey;
import org.danaya.trust.signature.SigningKeys;
import org.danaya.trust.signature.TestSigning;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.ValidationOutcome;
import org.danaya.trust.validation.Validations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What bounds seals, and what may happen while one waits or is made. About 10 seconds. */
class SealLimitsTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final CertifiedKeys KEYS = TestPlatform.bean(CertifiedKeys.class);
    private static final UUID ANSWERS = UUID.randomUUID();
    private static final SignedFile FILE =
            new SignedFile("exemple.txt", "Un exemple".getBytes(StandardCharsets.UTF_8));

    @TempDir private Path folder;

    @Test
    void aCertificateThatIsSuspendedWhileASealWaitsForItsTurnSealsNothing() throws Exception {
        UUID structure = TestSeals.certified("attente-suspendue", "Attente (exemple)");
        AtomicInteger opened = new AtomicInteger();
        Seals seals =
                TestSeals.seals(
                        Map.of("seal.at-once", "1"),
                        keys(
                                () -> {
                                    opened.incrementAndGet();
                                    until(() -> counted(structure) == 2);
                                    suspend(structure);
                                }));
        List<Throwable> refusals =
                twice(
                        () ->
                                Assertions.catchThrowable(
                                        () ->
                                                seals.seal(
                                                        wish(structure),
                                                        program(),
                                                        ANSWERS,
                                                        Optional.empty())));
        assertThat(refusals)
                .allSatisfy(
                        each ->
                                assertThat(each)
                                        .hasMessageContaining("seal.certificate-suspended"));
        assertThat(opened).hasValue(1);
        assertThat(put(structure)).isZero();
        assertThat(counted(structure)).isZero();
    }

    @Test
    void aCertificateThatIsSuspendedWhileItsKeySignsSealsNothing() {
        UUID structure = TestSeals.certified("cle-suspendue", "Clé suspendue (exemple)");
        Seals seals = TestSeals.seals(Map.of(), keys(() -> suspend(structure)));
        assertThatThrownBy(() -> seals.seal(wish(structure), program(), ANSWERS, Optional.empty()))
                .hasMessageContaining("seal.certificate-suspended");
        assertThat(put(structure)).isZero();
        assertThat(counted(structure)).isZero();
    }

    @Test
    void nobodyHoldsAConnectionWhileASheetIsSigned() {
        UUID structure = TestSeals.certified("feuille-libre", "Feuille libre (exemple)");
        List<Boolean> within = new ArrayList<>();
        Seals seals =
                TestSeals.seals(
                        Map.of(),
                        keys(
                                () ->
                                        within.add(
                                                TransactionSynchronizationManager
                                                        .isActualTransactionActive())));
        Sheets sheets = sheets(seals);
        UUID officer = UUID.randomUUID();
        UUID sheet = confirmed(sheets, officer, structure, 2);
        sheets.seal(sheet, officer);
        assertThat(within).containsExactly(false, false);
        assertThat(sheets.get(sheet, officer))
                .isInstanceOfSatisfying(
                        Sheet.Confirmed.class, done -> assertThat(done.isDone()).isTrue());
        assertThat(counted(structure)).isEqualTo(2);
    }

    @Test
    void aSheetThatIsAskedForTwiceAtOnceIsSealedOnce() throws Exception {
        UUID structure = TestSeals.certified("feuille-double", "Feuille double (exemple)");
        CyclicBarrier both = new CyclicBarrier(2);
        Seals seals = TestSeals.seals(Map.of(), keys(() -> await(both)));
        Sheets sheets = sheets(seals);
        UUID officer = UUID.randomUUID();
        UUID sheet = confirmed(sheets, officer, structure, 1);
        twice(
                () -> {
                    sheets.seal(sheet, officer);
                    return sheet;
                });
        assertThat(put(structure)).isEqualTo(1);
        assertThat(counted(structure)).isEqualTo(1);
    }

    @Test
    void aSheetThatIsTakenBackWhileItIsSignedIsNotSealed() {
        UUID structure = TestSeals.certified("feuille-reprise", "Feuille reprise (exemple)");
        UUID officer = UUID.randomUUID();
        UUID[] sheet = {officer};
        Seals seals =
                TestSeals.seals(
                        Map.of(),
                        keys(() -> TestPlatform.bean(Sheets.class).abandon(sheet[0], officer)));
        Sheets sheets = sheets(seals);
        sheet[0] = confirmed(sheets, officer, structure, 1);
        assertThatThrownBy(() -> sheets.seal(sheet[0], officer))
                .hasMessageContaining("seal.unknown-sheet");
        assertThat(put(structure)).isZero();
        assertThat(counted(structure)).isZero();
    }

    @Test
    void theSameRequestTwiceAtOnceIsOneSeal() throws Exception {
        UUID structure = TestSeals.certified("deux-fois", "Deux fois (exemple)");
        CyclicBarrier both = new CyclicBarrier(2);
        Seals seals = TestSeals.seals(Map.of(), keys(() -> await(both)));
        Seal.By.Program program = program();
        List<Seals.Sealed> answers =
                twice(
                        () ->
                                seals.seal(
                                        wish(structure),
                                        program,
                                        ANSWERS,
                                        Optional.of("facture-1")));
        assertThat(answers.getFirst().seal().id()).isEqualTo(answers.getLast().seal().id());
        assertThat(answers.getFirst().file().bytes()).isEqualTo(answers.getLast().file().bytes());
        assertThat(put(structure)).isEqualTo(1);
        assertThat(counted(structure)).isEqualTo(1);
    }

    @Test
    void theLimitOfADayCountsSealsAndNotWhatFailed() {
        UUID structure = TestSeals.certified("limite-jour", "Limite du jour (exemple)");
        Seals seals = TestSeals.seals(Map.of("seal.most-per-day", "2"), KEYS);
        Seals.Wish unfit =
                new Seals.Wish(structure, SignatureForm.PADES, Optional.of(SignatureLevel.B), FILE);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> seals.seal(unfit, program(), ANSWERS, Optional.empty()))
                    .hasMessageContaining("signature.file-unsignable");
        }
        seals.seal(wish(structure), program(), ANSWERS, Optional.empty());
        seals.seal(wish(structure), program(), ANSWERS, Optional.empty());
        assertThatThrownBy(() -> seals.seal(wish(structure), program(), ANSWERS, Optional.empty()))
                .hasMessageContaining("seal.too-many-today [2]");
        assertThat(counted(structure)).isEqualTo(2);
    }

    @Test
    void whatASealCameOfIsNotGivenBack() {
        UUID structure = TestSeals.certified("rendu-jamais", "Jamais rendu (exemple)");
        Seals.Sealed sealed =
                TestSeals.seals(Map.of(), KEYS)
                        .seal(wish(structure), program(), ANSWERS, Optional.empty());
        SealTable table = new SealTable(SQL);
        table.giveBack(structure, day(structure), sealed.seal().id());
        assertThat(counted(structure)).isEqualTo(1);
    }

    @Test
    void theAnswersKeptForAKeyAreBoundedAndGoWithAge() {
        UUID structure = TestSeals.certified("reponses", "Réponses (exemple)");
        Seals seals = TestSeals.seals(Map.of("seal.answers-per-key", "1m"), KEYS);
        Seal.By.Program program = program();
        SignedFile large = new SignedFile("grand.txt", new byte[600_000]);
        Seals.Wish wish =
                new Seals.Wish(
                        structure, SignatureForm.CADES, Optional.of(SignatureLevel.B), large);
        seals.seal(wish, program, ANSWERS, Optional.of("un"));
        assertThatThrownBy(() -> seals.seal(wish, program, ANSWERS, Optional.of("deux")))
                .hasMessageContaining("seal.answers-full [1]");
        assertThat(put(structure)).isEqualTo(1);
        assertThat(seals.seal(wish, program, ANSWERS, Optional.of("un")).seal().structure())
                .as("what is kept is still answered")
                .isEqualTo(structure);
        seals.seal(wish, program, ANSWERS, Optional.empty());
        seals.seal(wish, program(), ANSWERS, Optional.of("deux"));
        SQL.sql("update seal.seal set made_at = made_at - interval '25 hours' where api_key = ?")
                .param(program.id())
                .update();
        seals.seal(wish, program, ANSWERS, Optional.of("deux"));
        assertThat(put(structure)).isEqualTo(4);
    }

    @Test
    void aKeyInAPkcs11TokenSeals() {
        try (Token token = TestTokens.of(TestTokens.Kind.PKCS11, folder)) {
            PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.STRUCTURES);
            UUID structure = TestSeals.structure("sceau-jeton", "Jeton (exemple)");
            Certificate certificate =
                    PlatformSeals.certifyIn(
                            token,
                            TestPlatform::bean,
                            structure,
                            "Jeton (exemple)",
                            "Cachet du jeton (exemple)");
            String label = certificate.keyLabel().orElseThrow();
            assertThat(KEYS.of(structure)).isEmpty();
            Seals seals = TestSeals.seals(Map.of(), in(token));
            Seals.Sealed sealed =
                    seals.seal(
                            new Seals.Wish(
                                    structure,
                                    SignatureForm.PADES,
                                    Optional.of(SignatureLevel.B),
                                    TestSigning.pdf(1)),
                            program(),
                            ANSWERS,
                            Optional.empty());
            ValidationOutcome.Checked checked =
                    (ValidationOutcome.Checked)
                            TestPlatform.bean(Validations.class)
                                    .check(sealed.file(), List.of(), Locale.FRENCH);
            assertThat(checked.signatures()).hasSize(1);
            assertThat(checked.signatures().getFirst().by().seal()).isTrue();
            assertThat(token.destroy(label)).isTrue();
            assertThatThrownBy(
                            () -> seals.seal(wish(structure), program(), ANSWERS, Optional.empty()))
                    .hasMessageContaining("seal.key-away");
            assertThat(counted(structure)).isEqualTo(1);
        }
    }

    private static SigningKeys in(Token token) {
        return new SigningKeys() {
            @Override
            public List<Holder> of(UUID account) {
                return List.of();
            }

            @Override
            public SigningKey open(Holder holder) {
                return new SigningKey(
                        token.find(holder.id())
                                .orElseThrow(() -> new Fault(SignatureFault.NO_CERTIFICATE)),
                        holder.chain());
            }
        };
    }

    /** The platform's keys, before whose opening something happens. */
    private static SigningKeys keys(Runnable before) {
        return new SigningKeys() {
            @Override
            public List<Holder> of(UUID account) {
                return KEYS.of(account);
            }

            @Override
            public SigningKey open(Holder holder) {
                before.run();
                return KEYS.open(holder);
            }
        };
    }

    private static Sheets sheets(Seals seals) {
        return new Sheets(
                new SheetTable(SQL),
                seals,
                TestPlatform.bean(SealCertificates.class),
                TestSeals.names(),
                TestPlatform.bean(FreshAssertions.class),
                TestPlatform.bean(TransactionTemplate.class),
                _ -> {},
                TestPlatform.bean(Ids.class),
                TestPlatform.bean(Clock.class));
    }

    private static UUID confirmed(Sheets sheets, UUID officer, UUID structure, int documents) {
        Sheets.Laid laid = new Sheets.Laid(FILE, SignatureForm.XADES, false);
        UUID sheet = sheets.begin(officer, structure, Optional.of(SignatureLevel.B), laid);
        for (int i = 1; i < documents; i++) {
            sheets.add(sheet, officer, laid);
        }
        new SheetTable(SQL)
                .confirmed(
                        sheet,
                        UUID.randomUUID(),
                        TestPlatform.bean(SealCertificates.class)
                                .of(structure)
                                .certificate()
                                .sha256(),
                        Optional.empty());
        return sheet;
    }

    private static Seals.Wish wish(UUID structure) {
        return new Seals.Wish(structure, SignatureForm.XADES, Optional.of(SignatureLevel.B), FILE);
    }

    private static Seal.By.Program program() {
        return new Seal.By.Program(UUID.randomUUID());
    }

    private static void suspend(UUID structure) {
        TestPlatform.bean(Revocations.class)
                .suspend(
                        TestPlatform.bean(SealCertificates.class).of(structure).certificate().id());
    }

    private static <T> List<T> twice(Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> done = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(List.of(work, work))) {
                done.add(each.get());
            }
            return done;
        }
    }

    private static void await(CyclicBarrier both) {
        try {
            both.await(2, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void until(BooleanSupplier done) {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }

    private static int put(UUID structure) {
        return number("select count(*) from seal.seal where structure = ?", structure);
    }

    private static int counted(UUID structure) {
        return number(
                "select coalesce(sum(count), 0) from seal.day where structure = ?", structure);
    }

    private static LocalDate day(UUID structure) {
        return SQL.sql("select day from seal.day where structure = ?")
                .param(structure)
                .query(LocalDate.class)
                .single();
    }

    private static int number(String sql, UUID structure) {
        return SQL.sql(sql).param(structure).query(Integer.class).single();
    }
}
