package org.danaya.verify.mandate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.Verdict;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The EU's health certificates: signed CBOR in QR codes by six States, each with what is expected
 * of it. Our readers come to that, and none is ever taken for a mandate.
 */
class DgcCorpusTest {

    private static final int INFLATED = 1 << 20;

    private static List<Path> files() {
        String corpora = System.getenv("DANAYA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "DANAYA_CORPORA names no folder of test data");
        Path folder = Path.of(corpora, "dgc");
        Assumptions.assumeTrue(Files.exists(folder), "no " + folder);
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One vector, read by our own JSON reader. */
    private record Vector(Path path, Map<String, Json> file) {

        static Vector read(Path path) {
            try {
                byte[] bytes = Files.readAllBytes(path);
                int mark = bytes[0] == (byte) 0xEF ? 3 : 0;
                Json json = Json.read(Arrays.copyOfRange(bytes, mark, bytes.length)).orThrow();
                return new Vector(path, ((Json.Members) json).members());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean has(String name) {
            return file.get(name) instanceof Json.Text;
        }

        String text(String name) {
            return ((Json.Text) file.get(name)).value();
        }

        byte[] hex(String name) {
            return HexFormat.of().parseHex(text(name).toLowerCase(Locale.ROOT));
        }

        String context(String name) {
            return ((Json.Text) ((Json.Members) file.get("TESTCTX")).members().get(name)).value();
        }

        /** Whether the vector says something about this step, and what. */
        boolean expects(String step, boolean what) {
            return ((Json.Members) file.get("EXPECTEDRESULTS")).members().get("EXPECTED" + step)
                            instanceof Json.Flag(boolean value)
                    && value == what;
        }

        boolean says(String step) {
            return expects(step, true) || expects(step, false);
        }

        X509Certificate certificate() throws Exception {
            byte[] der = Base64.getMimeDecoder().decode(context("CERTIFICATE"));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        }
    }

    @Test
    void everyVectorEndsAsItsAuthorsExpect() throws Exception {
        int steps = 0;
        for (Path path : files()) {
            Vector vector = Vector.read(path);
            steps += prefix(vector) + base45(vector) + inflated(vector);
            steps += signature(vector) + content(vector) + dates(vector);
        }
        System.out.println("DgcCorpusTest: " + steps + " expectations met");
        assertTrue(steps > 300, "" + steps);
    }

    private static int prefix(Vector vector) {
        if (!vector.says("UNPREFIX")) {
            return 0;
        }
        assertEquals(
                vector.expects("UNPREFIX", true),
                vector.text("PREFIX").startsWith("HC1:"),
                vector.path.toString());
        return 1;
    }

    private static int base45(Vector vector) {
        if (!vector.says("B45DECODE") || !vector.has("BASE45")) {
            return 0;
        }
        Parsed<byte[]> read = Base45.read(vector.text("BASE45"));
        if (vector.expects("B45DECODE", true)) {
            if (vector.has("COMPRESSED")) {
                assertArrayEquals(vector.hex("COMPRESSED"), read.orThrow(), vector.path.toString());
            }
            assertEquals(vector.text("BASE45"), Base45.write(read.orThrow()));
        } else {
            assertInstanceOf(Parsed.Malformed.class, read, vector.path.toString());
        }
        return 1;
    }

    private static int inflated(Vector vector) {
        if (!vector.says("COMPRESSION") || !vector.has("COMPRESSED")) {
            return 0;
        }
        Parsed<byte[]> read = Deflated.read(vector.hex("COMPRESSED"), INFLATED);
        if (vector.expects("COMPRESSION", true)) {
            assertArrayEquals(vector.hex("COSE"), read.orThrow(), vector.path.toString());
        } else {
            assertInstanceOf(Parsed.Malformed.class, read, vector.path.toString());
        }
        return 1;
    }

    /** As a verifier would: the key is the one that is named. */
    private static int signature(Vector vector) throws Exception {
        if (!vector.says("VERIFY") || !vector.has("COSE")) {
            return 0;
        }
        X509Certificate certificate = vector.certificate();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        Verdict<CoseSign1> verdict =
                CoseSign1.read(vector.hex("COSE"))
                        .check(
                                cose ->
                                        Arrays.equals(
                                                        cose.keyId().orElse(new byte[0]),
                                                        Arrays.copyOf(hash, 8))
                                                ? cose.verify(certificate.getPublicKey())
                                                : Verdict.invalid(Reason.SEAL_KEY_UNKNOWN, ""));
        assertEquals(
                vector.expects("VERIFY", true),
                verdict instanceof Verdict.Valid,
                vector.path + ": " + verdict);
        return 1;
    }

    private static int content(Vector vector) {
        if (!vector.says("DECODE")) {
            return 0;
        }
        if (vector.expects("DECODE", false)) {
            // What stands for the certificate's content there is no CBOR, or not a map.
            Parsed<Cbor> read = CborReader.wellFormed(vector.hex("CBOR"));
            assertTrue(
                    !(read instanceof Parsed.Ok<Cbor>(Cbor value)
                            && value instanceof Cbor.Dictionary),
                    vector.path.toString());
            return 1;
        }
        if (vector.has("COSE") && vector.has("CBOR")) {
            Cbor certificate = CborReader.wellFormed(vector.hex("CBOR")).orThrow();
            Cbor claims =
                    CborReader.wellFormed(CoseSign1.read(vector.hex("COSE")).orThrow().payload())
                            .orThrow();
            var container = (Cbor.Dictionary) ((Cbor.Dictionary) claims).get(-260);
            assertTrue(container != null && container.get(1) != null, vector.path.toString());
            assertTrue(certificate instanceof Cbor.Dictionary, vector.path.toString());
        }
        return 1;
    }

    private static int dates(Vector vector) {
        if (!vector.says("EXPIRATIONCHECK") || !vector.has("COSE")) {
            return 0;
        }
        Instant at =
                OffsetDateTime.parse(
                                vector.context("VALIDATIONCLOCK")
                                        .replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                        .toInstant();
        var claims =
                (Cbor.Dictionary)
                        CborReader.wellFormed(
                                        CoseSign1.read(vector.hex("COSE")).orThrow().payload())
                                .orThrow();
        boolean good =
                at.getEpochSecond() >= ((Cbor.Int) claims.get(6)).value()
                        && at.getEpochSecond() < ((Cbor.Int) claims.get(4)).value();
        assertEquals(vector.expects("EXPIRATIONCHECK", true), good, vector.path.toString());
        return 1;
    }

    @Test
    void noneIsTakenForAMandateAndEachIsNamedForWhatItIs() {
        for (Path path : files()) {
            Vector vector = Vector.read(path);
            String text = vector.text("PREFIX");
            var refused =
                    assertInstanceOf(Parsed.Malformed.class, MandateSeal.read(text), "" + path);
            if (text.startsWith("HC")) {
                assertEquals(Reason.SEAL_HEALTH_CERTIFICATE, refused.reason(), "" + path);
            } else {
                assertTrue(
                        refused.reason() == Reason.SEAL_HEALTH_CERTIFICATE
                                || refused.reason() == Reason.SEAL_FOREIGN,
                        path + " " + refused);
            }
            if (vector.has("COSE") && vector.has("CBOR")) {
                // The same content under our own first characters.
                String ours = MandateSeal.PREFIX + Base45.write(vector.hex("COSE"));
                assertInstanceOf(Parsed.Malformed.class, MandateSeal.read(ours), "" + path);
            }
        }
    }
}
