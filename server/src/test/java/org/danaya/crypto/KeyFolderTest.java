package org.danaya.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.concurrent.TimeUnit;
import org.danaya.base.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyFolderTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RSA_4096") // Slow to make.
    void aKeyThatWasMadeIsFoundAgain(KeyAlgorithm algorithm) {
        KeyPair made = new KeyFolder(folder).make("example", algorithm);
        KeyPair found = new KeyFolder(folder).find("example", algorithm).orElseThrow();
        assertThat(found.getPublic()).isEqualTo(made.getPublic());
        assertThat(found.getPrivate().getEncoded()).isEqualTo(made.getPrivate().getEncoded());
    }

    @Test
    void aKeyThatWasNeverMadeIsAbsent() {
        assertThat(new KeyFolder(folder).find("example", KeyAlgorithm.ED25519)).isEmpty();
    }

    @Test
    void onlyTheOwnerReadsAKey() throws IOException {
        KeyFolder keys = new KeyFolder(folder);
        keys.make("example", KeyAlgorithm.ED25519);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(keys.file("example"))))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("example.pem");
    }

    @Test
    void aKeyIsNeverReplaced() {
        KeyFolder keys = new KeyFolder(folder);
        keys.make("example", KeyAlgorithm.ED25519);
        assertThatThrownBy(() -> keys.make("example", KeyAlgorithm.ED25519))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(CryptoFault.KEY_NOT_KEPT));
    }

    @Test
    void aKeyOfAnotherAlgorithmIsUnreadable() {
        KeyFolder keys = new KeyFolder(folder);
        keys.make("example", KeyAlgorithm.ED25519);
        assertUnreadable(keys, KeyAlgorithm.ML_DSA_44);
    }

    @Test
    void aPublicKeyOfAnotherPairIsUnreadable() throws IOException {
        KeyFolder keys = new KeyFolder(folder);
        keys.make("example", KeyAlgorithm.ED25519);
        keys.make("other", KeyAlgorithm.ED25519);
        String mixed =
                Files.readString(keys.file("example")).replaceFirst("(?s)-----BEGIN PUBLIC.*", "")
                        + Files.readString(keys.file("other"))
                                .replaceFirst("(?s)^.*(?=-----BEGIN PUBLIC)", "");
        Files.writeString(keys.file("example"), mixed);
        assertUnreadable(keys, KeyAlgorithm.ED25519);
    }

    @Test
    void anEmptyFileIsUnreadableAndNotAbsent() throws IOException {
        KeyFolder keys = new KeyFolder(folder);
        Files.createFile(keys.file("example"));
        assertUnreadable(keys, KeyAlgorithm.ED25519);
    }

    @Test
    void opensslReadsAnEd25519Key() throws Exception {
        KeyFolder keys = new KeyFolder(folder);
        keys.make("example", KeyAlgorithm.ED25519);
        Process openssl =
                new ProcessBuilder(
                                "openssl",
                                "pkey",
                                "-in",
                                keys.file("example").toString(),
                                "-noout",
                                "-text_pub")
                        .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(openssl.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(said).contains("ED25519 Public-Key");
    }

    private static void assertUnreadable(KeyFolder keys, KeyAlgorithm algorithm) {
        assertThatThrownBy(() -> keys.find("example", algorithm))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(CryptoFault.KEY_UNREADABLE));
    }
}
