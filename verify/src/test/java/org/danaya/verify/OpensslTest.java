package org.danaya.verify;

import static org.danaya.verify.SignedNoteTest.bytes;
import static org.danaya.verify.SignedNoteTest.valid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL signs what is checked here, and checks what is signed here. */
class OpensslTest {

    private static final Checkpoint CHECKPOINT =
            new Checkpoint("log.example/1", 1, TreeHash.leaf(bytes("entry")));

    @TempDir Path folder;

    @Test
    void ed25519AgreesWithOpensslInBothDirections() throws Exception {
        openssl("genpkey", "-algorithm", "ed25519", "-out", "theirs.pem");
        openssl("pkey", "-in", "theirs.pem", "-pubout", "-outform", "DER", "-out", "theirs.der");
        byte[] x509 = Files.readAllBytes(folder.resolve("theirs.der"));
        var theirs =
                java.security.KeyFactory.getInstance("Ed25519")
                        .generatePublic(new java.security.spec.X509EncodedKeySpec(x509));
        VerifierKey key = VerifierKey.of("log.example/1", SignatureType.ED25519, theirs);
        Files.write(folder.resolve("text"), bytes(CHECKPOINT.toText()));
        openssl("pkeyutl", "-sign", "-inkey", "theirs.pem", "-rawin", "-in", "text", "-out", "sig");
        byte[] signature = Files.readAllBytes(folder.resolve("sig"));

        valid(
                CHECKPOINT
                        .signed(new NoteSignature(key.name(), key.id(), signature))
                        .verify(List.of(key)));

        KeyPair ours = ExampleLog.ed25519();
        NoteSigner.Cosigner cosigner = NoteSigner.cosignatureEd25519("w.example", ours);
        byte[] cosignature =
                cosigner.sign(CHECKPOINT, Instant.ofEpochSecond(1_700_000_000)).bytes();
        Files.write(
                folder.resolve("text"),
                CosignedMessage.ed25519(1_700_000_000, CHECKPOINT.toText()));
        Files.write(folder.resolve("sig"), java.util.Arrays.copyOfRange(cosignature, 8, 72));
        Files.writeString(
                folder.resolve("ours.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getEncoder().encodeToString(ours.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        openssl(
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                "ours.pem",
                "-rawin",
                "-in",
                "text",
                "-sigfile",
                "sig");
    }

    @Test
    void aCommitmentAndALeafHashAreThoseOfOpenssl() throws Exception {
        byte[] salt = new byte[32];
        LeafEntry entry = LeafEntry.commit("example.act", Instant.EPOCH, salt, bytes("content"));
        Files.write(
                folder.resolve("message"),
                bytes("danaya-leaf/v1\nexample.act\n1970-01-01T00:00:00Z\ncontent"));
        openssl(
                "dgst",
                "-sha256",
                "-mac",
                "HMAC",
                "-macopt",
                "hexkey:" + HexFormat.of().formatHex(salt),
                "-binary",
                "-out",
                "mac",
                "message");

        assertArrayEquals(Files.readAllBytes(folder.resolve("mac")), entry.commitment());

        byte[] leaf = new byte[entry.toBytes().length + 1];
        System.arraycopy(entry.toBytes(), 0, leaf, 1, leaf.length - 1);
        Files.write(folder.resolve("leaf"), leaf);
        openssl("dgst", "-sha256", "-binary", "-out", "hash", "leaf");
        assertArrayEquals(Files.readAllBytes(folder.resolve("hash")), entry.hash().toBytes());
    }

    private void openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException e) {
            Assumptions.abort("no openssl on the PATH");
            throw e;
        }
        String output;
        try (InputStream out = process.getInputStream()) {
            output = new String(out.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        assertEquals(0, process.waitFor(), output);
    }
}
