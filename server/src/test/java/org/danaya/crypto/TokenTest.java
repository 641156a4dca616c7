package org.danaya.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same suite for every kind of token. */
class TokenTest {

    private static final byte[] DATA = "un acte d’exemple".getBytes(StandardCharsets.UTF_8);
    private static final int SESSIONS = 4;

    @TempDir Path folder;

    /** A kind of token, and how to open the same one again. */
    record Kind(String name, List<KeyAlgorithm> algorithms, Function<Path, Token> opening) {

        Token open(Path folder) {
            return opening.apply(folder);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        String label = "danaya-" + UUID.randomUUID().toString().substring(0, 8);
        return Stream.of(
                new Kind(
                        "software",
                        List.of(
                                KeyAlgorithm.EC_P256,
                                KeyAlgorithm.EC_P384,
                                KeyAlgorithm.RSA_3072,
                                KeyAlgorithm.ML_DSA_65,
                                KeyAlgorithm.ED25519),
                        TokenTest::software),
                new Kind(
                        "PKCS #11",
                        List.of(KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P384, KeyAlgorithm.RSA_3072),
                        _ -> module(label)));
    }

    static Stream<Arguments> everyAlgorithm() {
        return kinds().flatMap(
                        kind ->
                                kind.algorithms().stream()
                                        .map(algorithm -> Arguments.of(kind, algorithm)));
    }

    @ParameterizedTest
    @MethodSource("everyAlgorithm")
    void aKeySignsAlsoAfterItWasOpenedAgain(Kind kind, KeyAlgorithm algorithm) throws Exception {
        String label = label();
        PublicKey made;
        try (Token token = kind.open(folder);
                TokenKey key = token.make(label, algorithm)) {
            assertSigns(key, algorithm);
            made = key.publicKey();
        }
        try (Token token = kind.open(folder);
                TokenKey key = token.find(label).orElseThrow()) {
            assertThat(key.algorithm()).isEqualTo(algorithm);
            assertThat(key.publicKey()).isEqualTo(made);
            assertSigns(key, algorithm);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aLabelIsNeverTakenTwice(Kind kind) {
        String label = label();
        try (Token token = kind.open(folder)) {
            PublicKey first = token.make(label, KeyAlgorithm.EC_P256).publicKey();
            assertThatThrownBy(() -> token.make(label, KeyAlgorithm.EC_P256))
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> assertThat(fault.code()).isEqualTo(CryptoFault.KEY_EXISTS));
            assertThat(token.find(label).orElseThrow().publicKey()).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aDestroyedKeyIsGone(Kind kind) {
        String label = label();
        try (Token token = kind.open(folder)) {
            token.make(label, KeyAlgorithm.EC_P256).close();
            assertThat(token.labels()).contains(label);
            assertThat(token.destroy(label)).isTrue();
            assertThat(token.find(label)).isEmpty();
            assertThat(token.labels()).doesNotContain(label);
            assertThat(token.destroy(label)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void manyThreadsSignWithOneKey(Kind kind) throws Exception {
        try (Token token = kind.open(folder);
                TokenKey key = token.make(label(), KeyAlgorithm.EC_P256);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                all.add(
                        threads.submit(
                                () -> {
                                    assertSigns(key, KeyAlgorithm.EC_P256);
                                    return null;
                                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aLabelThatCouldLeaveTheFolderIsRefused(Kind kind) {
        try (Token token = kind.open(folder)) {
            for (String label : List.of("../x", "", "A", "a/b", "-a", "a".repeat(101))) {
                assertThatThrownBy(() -> token.make(label, KeyAlgorithm.EC_P256))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private static Token software(Path folder) {
        return SoftwareToken.open(
                "essai", folder.resolve("keys"), Secret.of("un secret"), new SecureRandom(), 1000);
    }

    private static Token module(String label) {
        assumeTrue(SoftHsm.library().isPresent(), "SoftHSM2 is not installed (package softhsm2)");
        Pkcs11Token token =
                Pkcs11Token.open("essai", SoftHsm.library().get(), label, SoftHsm.PIN, SESSIONS);
        try {
            token.labels();
        } catch (Fault _) {
            SoftHsm.initialize(label);
            return Pkcs11Token.open("essai", SoftHsm.library().get(), label, SoftHsm.PIN, SESSIONS);
        }
        return token;
    }

    private static String label() {
        return "cle-" + UUID.randomUUID();
    }

    /** Checked by the JDK, whichever provider signed. */
    private static void assertSigns(TokenKey key, KeyAlgorithm algorithm) throws Exception {
        Signature check = Signature.getInstance(algorithm.signatureName());
        check.initVerify(key.publicKey());
        check.update(DATA);
        assertThat(check.verify(key.sign(DATA))).isTrue();
    }
}
