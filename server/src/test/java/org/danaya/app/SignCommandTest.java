package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.danaya.page.Heard;
import org.danaya.page.Language;
import org.danaya.programs.TestApiKeys;
import org.danaya.trust.seal.TestSeals;
import org.danaya.trust.signature.TestSigning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code danaya sign} against the shared platform. About 5 seconds. */
class SignCommandTest {

    @TempDir private Path folder;

    private record Said(int code, String out, String err) {}

    @Test
    void filesAreSealedBesideThemselves() throws Exception {
        UUID structure = TestSeals.certified("sceau-commande", "Commande (exemple)");
        TestApiKeys.Given key = TestSeals.key(structure);
        Path pdf = Files.write(folder.resolve("contrat.pdf"), TestSigning.pdf(1).bytes());
        Path text = Files.writeString(folder.resolve("note.txt"), "Un exemple");
        Path secret = keyFile(key.text());

        Said done = sign(pdf, text, "--key-file", secret, "--level", "b");
        assertThat(done.err()).isEmpty();
        assertThat(done.code()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("contrat.sealed.pdf")))
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(folder.resolve("note.txt.sealed.asice")).exists();
        assertThat(files()).noneMatch(name -> name.endsWith(".new"));

        Said again = sign(pdf, "--key-file", secret);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("existe déjà").doesNotContain(key.text());

        Said json =
                sign(
                        pdf,
                        "--key-file",
                        secret,
                        "--as",
                        "sceau-commande",
                        "--format",
                        "asic-e-cades",
                        "--out",
                        folder.resolve("ici.asice"),
                        "--json");
        assertThat(json.code()).isZero();
        assertThat(json.out()).contains("\"format\":\"asic-e-cades\"", "ici.asice", "\"seal\":\"");
    }

    @Test
    void theKeyMayComeFromStandardInput() throws Exception {
        UUID structure = TestSeals.certified("sceau-entree", "Entrée (exemple)");
        Path pdf = Files.write(folder.resolve("contrat.pdf"), TestSigning.pdf(1).bytes());
        InputStream before = System.in;
        try {
            System.setIn(
                    new ByteArrayInputStream(
                            (TestSeals.key(structure).text() + "\n")
                                    .getBytes(StandardCharsets.UTF_8)));
            assertThat(sign(pdf, "--key-file", "-").code()).isZero();
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void whatIsRefusedIsToldInOneSentenceWithItsRemedy() throws Exception {
        UUID structure = TestSeals.certified("sceau-refus", "Refus (exemple)");
        TestSeals.certified("sceau-refus-autre", "Autre refus (exemple)");
        TestApiKeys.Given key = TestSeals.key(structure);
        Path secret = keyFile(key.text());
        Path pdf = Files.write(folder.resolve("contrat.pdf"), TestSigning.pdf(1).bytes());
        Path broken = Files.writeString(folder.resolve("casse.pdf"), "%PDF-1.7\nrien");

        told(sign(broken, "--key-file", secret), 1, "seal.dangerous");
        told(sign(pdf, "--key-file", secret, "--as", "sceau-refus-autre"), 1, "base.out-of-reach");
        told(sign(pdf, "--key-file", keyFile("danaya_FAUX")), 1, "programs.not-a-key");
        told(sign(pdf, pdf, "--key-file", keyFile("danaya_FAUX")), 1, "programs.not-a-key");
        told(sign(pdf, "--key-file", keyFile("rien")), 2, "danaya_");
        told(sign(pdf, "--key-file", secret, "--ca", pdf), 2, "contrat.pdf");
        told(sign(pdf, "--key-file", secret, "--ca", "absent.pem"), 2, "absent.pem");
        told(sign(folder.resolve("absent.pdf"), "--key-file", secret), 3, "seal.file-unusable");
        told(sign(pdf, "--key-file", secret, "--format", "pdf"), 2, "asic-e-xades");
        for (String server :
                List.of("http://example.ml", "ftp://localhost", "https://a@example.ml", "rien")) {
            told(danaya("sign", pdf, "--server", server, "--key-file", secret), 2, server);
        }
        told(
                danaya("sign", pdf, "--server", "http://127.0.0.1:1", "--key-file", secret),
                3,
                "seal.unreachable");
        Path open = keyFile(key.text());
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        told(sign(pdf, "--key-file", open), 3, "base.secret-open");
        TestApiKeys.revoke(TestPlatform::bean, key.id());
        told(sign(pdf, "--key-file", secret), 1, "programs.revoked");
        assertThat(files()).noneMatch(name -> name.contains("sealed"));
    }

    @Test
    void aServerOfAPrivateAuthorityIsTrustedWhenItsCertificateIsGiven() throws Exception {
        Path store = folder.resolve("tls.p12");
        Path ca = folder.resolve("ca.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Exemple",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                store,
                "-storepass",
                "exemple");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "a",
                "-file",
                ca,
                "-keystore",
                store,
                "-storepass",
                "exemple");
        KeyStore keys = KeyStore.getInstance(store.toFile(), "exemple".toCharArray());
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "exemple".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(403, -1);
                    exchange.close();
                });
        server.start();
        try {
            Path pdf = Files.write(folder.resolve("contrat.pdf"), TestSigning.pdf(1).bytes());
            Path key = keyFile("danaya_exemple");
            String address = "https://127.0.0.1:" + server.getAddress().getPort();
            Object[] asked = {"sign", pdf, "--server", address, "--key-file", key};
            told(danaya(asked), 3, "--ca");
            Object[] trusting = Stream.concat(Stream.of(asked), Stream.of("--ca", ca)).toArray();
            told(danaya(trusting), 1, "http-403");
        } finally {
            server.stop(0);
        }
    }

    private static void keytool(Object... words) throws Exception {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process =
                new ProcessBuilder(
                                Stream.concat(Stream.of(tool), Stream.of(words))
                                        .map(Object::toString)
                                        .toList())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static void told(Said said, int code, String part) {
        assertThat(said.err()).contains(part).doesNotContain("Exception");
        assertThat(said.err().strip().lines().count()).isEqualTo(1);
        assertThat(said.code()).isEqualTo(code);
    }

    private List<String> files() throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    private Path keyFile(String text) throws Exception {
        Path file = Files.createTempFile(folder, "cle", ".txt");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(file, text + "\n");
    }

    private static Said sign(Object... rest) {
        return danaya(
                Stream.concat(
                                Stream.of("sign", "--server", TestPlatform.address()),
                                Stream.of(rest))
                        .toArray());
    }

    private static Said danaya(Object... arguments) {
        try (Heard heard = Heard.apart()) {
            int code =
                    Danaya.commandLine(Language.FRENCH)
                            .execute(
                                    Stream.of(arguments)
                                            .map(Object::toString)
                                            .toArray(String[]::new));
            return new Said(code, heard.out(), heard.err());
        }
    }
}
