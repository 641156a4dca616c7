package org.danaya.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    private static final String SECRET = "un secret d’essai";

    @TempDir Path folder;

    @Test
    void opensslReadsThePrivateKeyWithTheSecret() throws Exception {
        TokenKey key = token(SECRET).make("cle", KeyAlgorithm.EC_P256);
        Files.writeString(folder.resolve("secret"), SECRET);
        String pem =
                output(
                        "openssl",
                        "pkcs12",
                        "-in",
                        "cle.p12",
                        "-nocerts",
                        "-nodes",
                        "-passin",
                        "file:secret");
        Files.writeString(folder.resolve("key.pem"), pem);
        assertThat(output("openssl", "pkey", "-in", "key.pem", "-pubout"))
                .contains(
                        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                .encodeToString(key.publicKey().getEncoded()));
    }

    @Test
    void onlyTheOwnerReadsTheFile() throws Exception {
        token(SECRET).make("cle", KeyAlgorithm.EC_P256).close();
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("cle.p12"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherSecretIsToldAsSuch() {
        token(SECRET).make("cle", KeyAlgorithm.EC_P256).close();
        assertFault(() -> token("another").find("cle"), CryptoFault.SECRET_WRONG);
    }

    @Test
    void aDamagedFileIsAFaultOrStillTheSameKey() throws Exception {
        PublicKey made = token(SECRET).make("cle", KeyAlgorithm.EC_P256).publicKey();
        byte[] file = Files.readAllBytes(folder.resolve("cle.p12"));
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        int faults = 0;
        for (int i = 0; i < 200; i++) {
            byte[] damaged = file.clone();
            damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(folder.resolve("cle.p12"), damaged);
            Optional<PublicKey> read = read();
            faults += read.isEmpty() ? 1 : 0;
            assertThat(read.orElse(made)).as("seed %s, round %s", seed, i).isEqualTo(made);
        }
        assertThat(faults).as("seed %s", seed).isGreaterThan(150);
    }

    private Optional<PublicKey> read() {
        try {
            return token(SECRET).find("cle").map(TokenKey::publicKey);
        } catch (Fault _) {
            return Optional.empty();
        }
    }

    private SoftwareToken token(String secret) {
        return SoftwareToken.open("essai", folder, Secret.of(secret), new SecureRandom(), 10);
    }

    private static void assertFault(Runnable use, CryptoFault expected) {
        assertThatThrownBy(use::run)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(expected));
    }

    private String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(errors).isZero();
        return output;
    }
}
