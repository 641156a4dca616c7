package org.danaya.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.danaya.base.Secret;

/**
 * SoftHSM2 with tokens in one folder of this test run. The library reads its configuration once in
 * a process, so all tests share it, each with tokens of its own.
 */
public final class SoftHsm {

    /** The PIN of every test token. */
    public static final Secret PIN = Secret.of("a-pin-of-the-tests");

    private static final Path FOLDER = folder();

    private SoftHsm() {}

    /** The library where Debian or others put it; nothing where it isn't installed. */
    public static Optional<Path> library() {
        return Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib64/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
    }

    /** A new token of this label. */
    public static void initialize(String label) {
        run(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                label,
                "--pin",
                PIN.reveal(),
                "--so-pin",
                PIN.reveal());
    }

    /** What {@code pkcs11-tool}, which we did not write, says of a token's objects. */
    public static String objects(String label) {
        return run(
                "pkcs11-tool",
                "--module",
                library().orElseThrow().toString(),
                "--token-label",
                label,
                "--login",
                "--pin",
                PIN.reveal(),
                "--list-objects");
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("danaya-softhsm-");
            Files.createDirectory(folder.resolve("tokens"));
            Files.writeString(
                    folder.resolve("softhsm2.conf"),
                    "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n"
                            .formatted(folder.resolve("tokens")));
            NativeEnvironment.set("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
            builder.environment().put("SOFTHSM2_CONF", FOLDER.resolve("softhsm2.conf").toString());
            Process process = builder.start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
