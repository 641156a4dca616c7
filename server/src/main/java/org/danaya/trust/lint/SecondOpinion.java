package org.danaya.trust.lint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.der.Der;
import org.danaya.trust.profile.IssuerInfo;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;
import org.danaya.trust.profile.TbsCertificates;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code zlint} says, where it is installed. It takes a process and some tenths of a second,
 * so that it is for single certificates only.
 */
public final class SecondOpinion {

    /** The web's rules bind servers alone. */
    private static final String WEB_SOURCES =
            "CABF_BR,CABF_EV,CABF_SMIME_BR,Apple,Mozilla,Community";

    private static final String OTHER_SOURCES = "CABF_EV,CABF_SMIME_BR";

    private static final int ANSWER_LIMIT_BYTES = 1 << 20;

    private final Path zlint;
    private final Duration limit;
    private final JsonMapper json = new JsonMapper();

    private SecondOpinion(Path zlint, Duration limit) {
        this.zlint = zlint;
        this.limit = limit;
    }

    /** What was said. */
    public sealed interface Outcome {

        /** It found no error. */
        record Agrees() implements Outcome {}

        /** It found errors, by the names that it gives them. */
        record Objects(List<String> errors) implements Outcome {}

        /** It gave no answer in time, or none that can be read. */
        record Silent(String reason) implements Outcome {}
    }

    /**
     * The tool, where a folder of the path has it.
     *
     * @param path folders as the variable PATH has them
     * @param limit how long it may take
     */
    public static Optional<SecondOpinion> find(String path, Duration limit) {
        return Arrays.stream(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "zlint"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> new SecondOpinion(found, limit));
    }

    /** Asks about a certificate that isn't signed yet: it gets a signature that is none. */
    public Outcome ask(byte[] tbs, Profile profile, IssuerInfo issuer) {
        byte[] der =
                TbsCertificates.certificate(
                        tbs, issuer.algorithm(), placeholder(issuer.algorithm()));
        String without = profile.kind() == ProfileKind.TLS_SERVER ? OTHER_SOURCES : WEB_SOURCES;
        try {
            Process process =
                    new ProcessBuilder(
                                    zlint.toString(), "-format", "der", "-excludeSources", without)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            Thread watch =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            if (!process.waitFor(
                                                    limit.toMillis(), TimeUnit.MILLISECONDS)) {
                                                process.destroyForcibly();
                                            }
                                        } catch (InterruptedException _) {
                                            process.destroyForcibly();
                                        }
                                    });
            try (OutputStream in = process.getOutputStream()) {
                in.write(der);
            }
            byte[] answer = process.getInputStream().readNBytes(ANSWER_LIMIT_BYTES);
            watch.join();
            return read(answer);
        } catch (IOException | JacksonException e) {
            return new Outcome.Silent(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Silent("interrupted");
        }
    }

    /** Of the form that the algorithm's signatures have (RFC 3279 §2.2.3 for ECDSA). */
    private static byte[] placeholder(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> ecdsa(32);
            case EC_P384 -> ecdsa(48);
            case RSA_3072, RSA_4096, ED25519, ML_DSA_44, ML_DSA_65 -> filled(384);
        };
    }

    private static byte[] ecdsa(int bytes) {
        byte[] number = Der.of(Der.INTEGER, filled(bytes));
        return Der.of(Der.SEQUENCE, number, number);
    }

    private static byte[] filled(int bytes) {
        byte[] filled = new byte[bytes];
        Arrays.fill(filled, (byte) 0x11);
        return filled;
    }

    private Outcome read(byte[] answer) {
        JsonNode results = json.readTree(answer);
        if (results == null || !results.isObject() || results.isEmpty()) {
            return new Outcome.Silent("no answer in " + limit);
        }
        List<String> errors =
                results.properties().stream()
                        .filter(
                                result ->
                                        List.of("error", "fatal")
                                                .contains(
                                                        result.getValue()
                                                                .path("result")
                                                                .asString("")))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        return errors.isEmpty() ? new Outcome.Agrees() : new Outcome.Objects(errors);
    }
}
