package org.danaya.verify;

import static org.danaya.verify.SignedNoteTest.valid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Logs that others wrote: Tessera's test log, and what Sunlight and Skylight test with. */
class CorporaTest {

    private static final String MIRROR =
            "skylight/witness/mirror/"
                    + "000de184301123b9278c086a7d9f68c9577e83872224c197058fd90784ea9706";

    private static Path corpus(String name) {
        String corpora = System.getenv("DANAYA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "DANAYA_CORPORA names no folder of test data");
        Path folder = Path.of(corpora, "tlog", name);
        Assumptions.assumeTrue(Files.exists(folder), "no " + folder);
        return folder;
    }

    @Test
    void tesserasLogVerifiesAtEveryCheckpointAndBetweenThem() throws IOException {
        Path folder = corpus("tessera-log");
        Policy policy = tessera();
        TileSource source = TileSource.directory(folder);

        var sound =
                assertInstanceOf(
                        AuditOutcome.Sound.class,
                        new LogAudit(source, EntryFormat.BUNDLES, 2).run(policy));

        assertEquals(15, sound.counts().entries());
        // Each partial tile and each partial bundle of 1 to 15.
        assertEquals(30, sound.counts().files());
        TreeProver prover = TreeProver.of(15, source);
        for (int size = 0; size <= 15; size++) {
            Checkpoint checkpoint = checkpoint(folder.resolve("checkpoint." + size), policy);
            assertEquals(size, checkpoint.size());
            assertInstanceOf(
                    AuditOutcome.Sound.class,
                    new LogAudit(source, EntryFormat.BUNDLES, 1).run(checkpoint));
            for (int from = 0; from <= size; from++) {
                Checkpoint before = checkpoint(folder.resolve("checkpoint." + from), policy);
                valid(
                        valid(TreeProver.of(size, source).consistency(from))
                                .verify(before.root(), checkpoint.root()));
            }
            valid(
                    valid(prover.consistency(size))
                            .verify(checkpoint.root(), sound.checkpoint().root()));
        }
    }

    @Test
    void aFlippedBitInAnyFileOfTesserasLogIsFound() throws IOException {
        Map<String, byte[]> files = files(corpus("tessera-log"));
        Policy policy = tessera();
        Checkpoint checkpoint =
                valid(SignedNote.parse(file(files, "checkpoint")).check(policy::check))
                        .checkpoint();
        Random random = RandomBytes.seeded("CorporaTest");
        for (String path : files.keySet()) {
            byte[] right = file(files, path);
            for (int at = 0; at < right.length; at++) {
                byte[] wrong = RandomBytes.flipped(right, at * 8 + random.nextInt(8));
                if (path.startsWith("checkpoint")) {
                    assertInstanceOf(
                            Verdict.Invalid.class,
                            SignedNote.parse(wrong).check(policy::check),
                            path);
                    continue;
                }
                Map<String, byte[]> flipped = new HashMap<>(files);
                flipped.put(path, wrong);
                assertInstanceOf(
                        AuditOutcome.Different.class,
                        new LogAudit(ExampleLog.source(flipped), EntryFormat.BUNDLES, 1)
                                .run(checkpoint),
                        path);
            }
        }
    }

    @Test
    void skylightsCheckpointVerifiesWithTheLogsRfc6962Key() throws Exception {
        Path tree = corpus("sunlight").resolve("skylight/tree");
        Policy policy = Policy.of(rome());

        Checkpoint checkpoint = checkpoint(tree.resolve("checkpoint"), policy);

        assertEquals(300, checkpoint.size());
        // The folder in which Skylight serves what a witness cosigned of this log.
        assertTrue(MIRROR.endsWith(Checkpoint.originHash(checkpoint.origin())));
        assertTrue(
                Files.readString(tree.resolve("log.v3.json")).contains(checkpoint.root().base64()));
        assertFlippedBitsAreFound(tree.resolve("checkpoint"), policy);
    }

    @Test
    void skylightsWitnessCosignedThatCheckpoint() throws Exception {
        Path skylight = corpus("sunlight").resolve("skylight");
        String witness = vkey(skylight.resolve("witness/witness.v0.json"));
        Policy policy =
                Policy.parse(SignedNoteTest.bytes("witness w " + witness + "\nquorum w\n"))
                        .orThrow()
                        .withLogs(List.of(rome()));
        Path file = skylight.resolve("witness/" + Path.of(MIRROR).getFileName() + "/checkpoint");

        var witnessed = valid(SignedNote.parse(Files.readAllBytes(file)).check(policy::check));

        assertEquals(1, witnessed.tally().signed().size());
        assertEquals(0x69546780, witnessed.signatures().getLast().posixSeconds().orElseThrow());
        assertFlippedBitsAreFound(file, policy);
        VerifierKey second =
                VerifierKey.parse(vkey(skylight.resolve("witness2/witness.v0.json"))).orThrow();
        Path cosigned =
                skylight.resolve(
                        "witness2/88ad7a28caeb0b2aa890fdf0304c2fcaf59fca2ee140134ff8c1300bac493482/checkpoint");
        valid(
                SignedNote.parse(Files.readAllBytes(cosigned))
                        .check(note -> note.verify(List.of(second))));
    }

    /** Its entries are a placeholder, so the level 0 tiles are where the check begins. */
    @Test
    void skylightsMirrorVerifiesAndAFlippedBitIsFound() throws IOException {
        Path skylight = corpus("sunlight").resolve("skylight");
        VerifierKey mirror =
                VerifierKey.parse(vkey(skylight.resolve("witness/mirror/mirror.v0.json")))
                        .orThrow();
        Map<String, byte[]> files = files(corpus("sunlight").resolve(MIRROR));
        Checkpoint checkpoint =
                valid(
                                SignedNote.parse(file(files, "checkpoint"))
                                        .check(note -> note.verify(List.of(mirror))))
                        .checkpoint()
                        .orThrow();

        AuditOutcome outcome = hashesOnly(files, checkpoint);

        var sound = assertInstanceOf(AuditOutcome.Sound.class, outcome, () -> "" + outcome);
        assertEquals(3, sound.counts().files());
        assertEquals(0, sound.counts().entries());
        Random random = RandomBytes.seeded("CorporaTest");
        for (String path : List.of("tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1")) {
            byte[] right = file(files, path);
            for (int at = 0; at < right.length; at += 5) {
                Map<String, byte[]> flipped = new HashMap<>(files);
                flipped.put(path, RandomBytes.flipped(right, at * 8 + random.nextInt(8)));
                assertInstanceOf(AuditOutcome.Different.class, hashesOnly(flipped, checkpoint));
            }
        }
        assertInstanceOf(
                AuditOutcome.Different.class,
                new LogAudit(ExampleLog.source(files), EntryFormat.BUNDLES, 1).run(checkpoint));
    }

    private static AuditOutcome hashesOnly(Map<String, byte[]> files, Checkpoint checkpoint) {
        return new LogAudit(ExampleLog.source(files), EntryFormat.NONE, 1).run(checkpoint);
    }

    /** Level 0 and entries of a real log; there is no checkpoint and no tile above. */
    @Test
    void everyEntryOfSunlightsLogHasItsHashInTheTile() throws IOException {
        TileSource source = TileSource.directory(corpus("sunlight").resolve("navigli2025h2"));
        for (int index = 0; index < 4; index++) {
            assertEntriesHaveTheirHashes(source, index, TilePath.FULL);
        }
        assertEntriesHaveTheirHashes(source, 3, 10);
    }

    private static void assertEntriesHaveTheirHashes(TileSource source, int index, int width)
            throws IOException {
        byte[] hashes = source.read(new TilePath.Hashes(0, index, width).path()).orElseThrow();
        byte[] data = source.read(new TilePath.Data(index, width).path()).orElseThrow();
        TreeHasher hasher = new TreeHasher();

        assertArrayEquals(
                hashes, EntryFormat.CERTIFICATES.leafHashes(data, width, hasher).orThrow());

        // The first entry's timestamp, and each possible end of the file.
        byte[] changed = RandomBytes.flipped(data, 7);
        assertNotEquals(
                TreeHash.at(hashes, 0),
                TreeHash.at(
                        EntryFormat.CERTIFICATES.leafHashes(changed, width, hasher).orThrow(), 0));
        for (int cut = 1; cut < data.length; cut += 1 + data.length / 100) {
            assertInstanceOf(
                    Parsed.Malformed.class,
                    EntryFormat.CERTIFICATES.leafHashes(
                            java.util.Arrays.copyOf(data, data.length - cut), width, hasher));
        }
        assertInstanceOf(
                Parsed.Malformed.class,
                EntryFormat.CERTIFICATES.leafHashes(
                        java.util.Arrays.copyOf(data, data.length + 1), width, hasher));
    }

    private static void assertFlippedBitsAreFound(Path note, Policy policy) throws IOException {
        byte[] right = Files.readAllBytes(note);
        Random random = RandomBytes.seeded("CorporaTest");
        for (int at = 0; at < right.length; at++) {
            assertInstanceOf(
                    Verdict.Invalid.class,
                    SignedNote.parse(RandomBytes.flipped(right, at * 8 + random.nextInt(8)))
                            .check(policy::check),
                    "byte " + at);
        }
    }

    private static VerifierKey rome() throws Exception {
        Path json = corpus("sunlight").resolve("skylight/tree/log.v3.json");
        byte[] spki = Base64.getDecoder().decode(value(json, "\"key\": \"([^\"]+)\""));
        return VerifierKey.of(
                "rome2026h1.example.org",
                SignatureType.RFC6962,
                KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki)));
    }

    private static String vkey(Path json) throws IOException {
        return value(json, "\"([^\" ]+\\+[0-9a-f]{8}\\+[^\"]+)\"");
    }

    private static String value(Path json, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(json));
        assertTrue(found.find());
        return found.group(1);
    }

    private static Policy tessera() throws IOException {
        String vkey = Files.readString(corpus("tessera-log.vkey")).strip();
        return Policy.of(VerifierKey.parse(vkey).orThrow());
    }

    private static Checkpoint checkpoint(Path file, Policy policy) throws IOException {
        return valid(SignedNote.parse(Files.readAllBytes(file)).check(policy::check)).checkpoint();
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static byte[] file(Map<String, byte[]> files, String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new AssertionError("no " + path);
        }
        return bytes;
    }
}
