package org.danaya.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Modules that go away, come back, are shared, or allow few sessions. */
class LostTokenTest {

    private static final byte[] DATA = "un acte d’exemple".getBytes(StandardCharsets.UTF_8);

    private final String label = "danaya-" + UUID.randomUUID().toString().substring(0, 8);
    private Path library = Path.of("/");

    @BeforeEach
    void initialize() {
        Optional<Path> found = SoftHsm.library();
        assumeTrue(found.isPresent(), "SoftHSM2 is not installed (package softhsm2)");
        library = found.get();
        SoftHsm.initialize(label);
    }

    @Test
    void aTokenThatGoesAwayAndComesBackSignsAgainWithoutARestart() throws Exception {
        Removable removable = new Removable(new NativeCryptoki(library));
        try (Pkcs11Token token =
                        new Pkcs11Token(
                                "essai", new CryptokiLibrary(removable), label, SoftHsm.PIN, 4);
                TokenKey key = token.make("cle", KeyAlgorithm.EC_P256)) {
            assertSigns(key);
            removable.gone = true;
            assertAway(() -> key.sign(DATA));
            assertAway(token::labels);
            removable.gone = false;
            until(() -> signs(key));
            assertThat(token.labels()).containsExactly("cle");
        }
    }

    @Test
    void aMomentWithoutTheTokenIsNotNoticedByWhoeverSigns() throws Exception {
        Removable removable = new Removable(new NativeCryptoki(library));
        try (Pkcs11Token token =
                        new Pkcs11Token(
                                "essai", new CryptokiLibrary(removable), label, SoftHsm.PIN, 4);
                TokenKey key = token.make("cle", KeyAlgorithm.EC_P256)) {
            for (int i = 0; i < 10; i++) {
                removable.goneOnce = true;
                assertSigns(key);
                assertThat(removable.goneOnce).isFalse();
            }
        }
    }

    @Test
    void aTokenThatIsAwayDoesNotDisturbAnotherOfItsLibrary() throws Exception {
        try (Pkcs11Token here = token(4);
                Pkcs11Token away = Pkcs11Token.open("autre", library, "absent", SoftHsm.PIN, 4);
                TokenKey key = here.make("cle", KeyAlgorithm.EC_P256)) {
            for (int i = 0; i < 5; i++) {
                assertAway(away::labels);
                assertSigns(key);
            }
        }
    }

    @Test
    void aWrongPinIsToldAsSuch() {
        try (Pkcs11Token token =
                Pkcs11Token.open("essai", library, label, Secret.of("another"), 4)) {
            assertThatThrownBy(token::labels)
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> assertThat(fault.code()).isEqualTo(CryptoFault.SECRET_WRONG));
        }
    }

    @Test
    void aModuleThatAllowsFewSessionsIsUsedInTurns() throws Exception {
        Scarce scarce = new Scarce(new NativeCryptoki(library), 3);
        try (Pkcs11Token token =
                        new Pkcs11Token(
                                "essai", new CryptokiLibrary(scarce), label, SoftHsm.PIN, 16);
                TokenKey key = token.make("cle", KeyAlgorithm.EC_P256);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(
                        threads.submit(
                                () -> {
                                    assertSigns(key);
                                    return null;
                                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            assertThat(scarce.most.get()).isLessThanOrEqualTo(3);
            assertThat(scarce.refused.get()).isPositive();
        }
    }

    @Test
    void anotherProgramSeesTheKeyAndCannotTakeItOut() {
        try (Pkcs11Token token = token(4)) {
            token.make("cle", KeyAlgorithm.EC_P384).close();
            assertThat(SoftHsm.objects(label))
                    .contains("Private Key Object; EC", "label:      cle", "sensitive")
                    .contains("never extractable");
        }
    }

    private Pkcs11Token token(int sessions) {
        return Pkcs11Token.open("essai", library, label, SoftHsm.PIN, sessions);
    }

    private static void assertAway(Runnable use) {
        assertThatThrownBy(use::run)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(CryptoFault.TOKEN_AWAY));
    }

    private static boolean signs(TokenKey key) throws Exception {
        try {
            assertSigns(key);
            return true;
        } catch (Fault _) {
            return false;
        }
    }

    private static void assertSigns(TokenKey key) throws Exception {
        Signature check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(key.publicKey());
        check.update(DATA);
        assertThat(check.verify(key.sign(DATA))).isTrue();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    /** A module that is pulled out and put in again. */
    private static final class Removable extends ForwardingCryptoki {

        volatile boolean gone;
        volatile boolean goneOnce;

        Removable(Cryptoki to) {
            super(to);
        }

        private void check() throws CryptokiError {
            if (gone || goneOnce) {
                goneOnce = false;
                throw new CryptokiError("module", CryptokiError.DEVICE_REMOVED);
            }
        }

        @Override
        public List<Long> slots() throws CryptokiError {
            return gone ? List.of() : super.slots();
        }

        @Override
        public long openSession(long slot, long flags) throws CryptokiError {
            check();
            return super.openSession(slot, flags);
        }

        @Override
        public List<Long> find(long session, List<Attribute> template) throws CryptokiError {
            check();
            return super.find(session, template);
        }

        @Override
        public byte[] sign(long session, long mechanism, long key, byte[] data)
                throws CryptokiError {
            check();
            return super.sign(session, mechanism, key, data);
        }
    }

    /** A module that allows few sessions. */
    private static final class Scarce extends ForwardingCryptoki {

        private final int limit;
        private final AtomicInteger open = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final AtomicInteger refused = new AtomicInteger();

        Scarce(Cryptoki to, int limit) {
            super(to);
            this.limit = limit;
        }

        @Override
        public long openSession(long slot, long flags) throws CryptokiError {
            // Counted by itself: beside it, others that are refused count for a moment.
            int sessions = open.incrementAndGet();
            if (sessions > limit) {
                open.decrementAndGet();
                refused.incrementAndGet();
                throw new CryptokiError("C_OpenSession", CryptokiError.SESSION_COUNT);
            }
            most.accumulateAndGet(sessions, Math::max);
            return super.openSession(slot, flags);
        }

        /** Takes long enough for others to ask for a session of their own. */
        @Override
        public byte[] sign(long session, long mechanism, long key, byte[] data)
                throws CryptokiError {
            long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (refused.get() == 0 && System.nanoTime() < deadline) {
                // Parks, so that threads without a processor of their own get on.
                LockSupport.parkNanos(1_000_000);
            }
            return super.sign(session, mechanism, key, data);
        }

        @Override
        public void closeSession(long session) throws CryptokiError {
            open.decrementAndGet();
            super.closeSession(session);
        }
    }
}
