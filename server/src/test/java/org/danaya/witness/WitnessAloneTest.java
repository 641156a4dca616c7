package org.danaya.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.danaya.base.Fault;
import org.danaya.edge.LogOnDisk;
import org.danaya.store.StoreFault;
import org.danaya.verify.AddCheckpoint;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.ConsistencyProof;
import org.danaya.verify.NoteSignature;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TileSource;
import org.danaya.verify.TreeHash;
import org.danaya.verify.TreeProver;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifiedNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C2SP tlog-witness, clause by clause. */
class WitnessAloneTest {

    private static final String ORIGIN = "log.example/test";

    @TempDir Path folder;
    private LogOnDisk log;
    private TestWitness witness;

    @BeforeEach
    void start() {
        log = new LogOnDisk(folder.resolve("log"), ORIGIN);
        witness = TestWitness.start(folder.resolve("witness"), log.key());
    }

    @AfterEach
    void stop() {
        witness.close();
    }

    private static byte[] request(LogOnDisk log, long oldSize, SignedNote note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text()).orThrow();
        TreeProver prover = TreeProver.of(checkpoint.size(), TileSource.directory(log.folder()));
        if (prover.consistency(oldSize)
                instanceof Verdict.Valid<ConsistencyProof>(ConsistencyProof proof)) {
            return AddCheckpoint.of(proof, note).toBytes();
        }
        throw new IllegalArgumentException("No proof from " + oldSize);
    }

    @Test
    void aLogsFirstAndNextCheckpointsAreCosigned() {
        SignedNote first = log.grow(5, "entry");
        assertCosigned(first, witness.add(request(log, 0, first)));
        SignedNote next = log.grow(300, "entry");
        assertCosigned(next, witness.add(request(log, 5, next)));
        assertCosigned(next, witness.add(request(log, 305, next)));
    }

    private void assertCosigned(SignedNote note, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        SignedNote cosigned = note;
        for (NoteSignature line : SignedNote.parseSignatures(answer.body()).orThrow()) {
            cosigned = cosigned.with(line);
        }
        VerifiedNote verified = valid(cosigned.verify(witness.keys()));
        assertThat(verified.signatures())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.posixSeconds().orElse(0)).isPositive());
    }

    private static VerifiedNote valid(Verdict<VerifiedNote> verdict) {
        if (verdict instanceof Verdict.Valid<VerifiedNote>(VerifiedNote note)) {
            return note;
        }
        throw new AssertionError(verdict);
    }

    @Test
    void aWrongOldSizeIsAnsweredWithTheRightOne() {
        SignedNote first = log.grow(5, "entry");
        witness.add(request(log, 0, first));
        SignedNote next = log.grow(3, "entry");
        HttpResponse<String> answer = witness.add(request(log, 0, next));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
        assertThat(answer.body()).isEqualTo("5\n");
        assertThat(witness.add(request(log, 4, next)).statusCode()).isEqualTo(409);
    }

    @Test
    void aRollbackIsRefused() {
        SignedNote old = log.grow(5, "entry");
        SignedNote next = log.grow(3, "entry");
        witness.add(request(log, 0, next));
        assertThat(witness.add("old 5\n\n" + old.toText()).statusCode()).isEqualTo(409);
        assertThat(witness.add("old 8\n\n" + old.toText()).statusCode()).isEqualTo(400);
        assertThat(witness.add("old 0\n\n" + old.toText()).body()).isEqualTo("8\n");
    }

    @Test
    void anotherTreeOfTheSameSizeIsRefusedAndKeptAsEvidence() throws Exception {
        SignedNote shown = log.grow(5, "entry");
        witness.add(request(log, 0, shown));
        SignedNote other = log.twin(folder.resolve("twin")).grow(5, "lie");
        HttpResponse<String> answer = witness.add("old 5\n\n" + other.toText());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .doesNotContain("tlog.size");
        Path evidence =
                folder.resolve("witness/witness")
                        .resolve(Checkpoint.originHash(ORIGIN))
                        .resolve("split-view.txt");
        assertThat(Files.readString(evidence)).contains(other.toText()).contains(shown.text());
    }

    @Test
    void aTreeThatDidNotGrowFromTheOldOneIsRefused() {
        witness.add(request(log, 0, log.grow(5, "entry")));
        LogOnDisk twin = log.twin(folder.resolve("twin"));
        twin.grow(5, "lie");
        SignedNote other = twin.grow(4, "lie");
        assertThat(witness.add(request(twin, 5, other)).statusCode()).isEqualTo(422);
        String zero = TreeHash.of(new byte[32]).base64();
        SignedNote next = log.grow(4, "entry");
        String body = new String(request(log, 5, next), UTF_8);
        assertThat(witness.add(body.replace("old 5\n", "old 5\n" + zero + "\n")).statusCode())
                .isEqualTo(422);
        assertThat(witness.add("old 5\n\n" + next.toText()).statusCode()).isEqualTo(422);
        assertThat(witness.add(body).statusCode()).isEqualTo(200);
    }

    @Test
    void proofsFromNothingAndEmptyTreesFollowTheirOwnRules() {
        String zero = TreeHash.of(new byte[32]).base64();
        SignedNote wrongEmpty = log.sign(new Checkpoint(ORIGIN, 0, TreeHash.of(new byte[32])));
        assertThat(witness.add("old 0\n\n" + wrongEmpty.toText()).statusCode()).isEqualTo(422);
        SignedNote empty = log.sign(new Checkpoint(ORIGIN, 0, TreeHash.empty()));
        assertThat(witness.add("old 0\n\n" + empty.toText()).statusCode()).isEqualTo(200);
        SignedNote five = log.grow(5, "entry");
        assertThat(witness.add("old 0\n" + zero + "\n\n" + five.toText()).statusCode())
                .isEqualTo(422);
        assertThat(witness.add("old 0\n\n" + five.toText()).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyKnownLogsAndTheirKeysAreHeard() {
        SignedNote stranger = new LogOnDisk(folder.resolve("s"), "log.example/other").grow(1, "x");
        assertThat(witness.add("old 0\n\n" + stranger.toText()).statusCode()).isEqualTo(404);
        SignedNote pretender = new LogOnDisk(folder.resolve("p"), ORIGIN).grow(1, "x");
        assertThat(witness.add("old 0\n\n" + pretender.toText()).statusCode()).isEqualTo(403);
        SignedNote good = log.grow(1, "entry");
        NoteSignature line = good.signatures().getFirst();
        NoteSignature wrong = new NoteSignature(line.name(), line.keyId(), new byte[64]);
        assertThat(witness.add("old 0\n\n" + good.with(wrong).toText()).statusCode())
                .isEqualTo(403);
        SignedNote more = good.with(pretender.signatures().getFirst());
        assertThat(witness.add("old 0\n\n" + more.toText()).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotARequestIsRefusedAndNothingIsRemembered() {
        String note = log.grow(3, "entry").toText();
        for (String body :
                List.of(
                        "",
                        "old 0\n",
                        "old 0\n" + note,
                        "old 00\n\n" + note,
                        "old -1\n\n" + note,
                        "Old 0\n\n" + note,
                        "old 0\r\n\r\n" + note,
                        "old 0 \n\n" + note,
                        "old 0\nAAAA\n\n" + note,
                        "old 99999999999999999999\n\n" + note,
                        "old 0\n" + (TreeHash.empty().base64() + "\n").repeat(64) + "\n" + note)) {
            assertThat(witness.add(body).statusCode()).as(body).isEqualTo(400);
        }
        try {
            assertThat(witness.add(new byte[200_000]).statusCode()).isEqualTo(413);
        } catch (UncheckedIOException _) {
            // It may close while bytes still come: the answer is then lost on the way.
        }
        assertThat(witness.get("add-checkpoint").statusCode()).isEqualTo(405);
        assertThat(witness.get(Checkpoint.originHash(ORIGIN) + "/checkpoint").statusCode())
                .isEqualTo(404);
    }

    @Test
    void monitorsFetchTheLastCosignedCheckpoint() {
        SignedNote note = log.grow(5, "entry");
        String lines = witness.add(request(log, 0, note)).body();
        HttpResponse<String> answer = witness.get(Checkpoint.originHash(ORIGIN) + "/checkpoint");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith(note.toText()).endsWith(lines);
    }

    @Test
    void itRemembersAcrossARestart() {
        witness.add(request(log, 0, log.grow(5, "entry")));
        witness.close();
        witness = TestWitness.start(folder.resolve("witness"), log.key());
        SignedNote next = log.grow(1, "entry");
        assertThat(witness.add(request(log, 0, next)).body()).isEqualTo("5\n");
        assertThat(witness.add(request(log, 5, next)).statusCode()).isEqualTo(200);
    }

    @Test
    void damagedMemoryStopsItInsteadOfBeingForgotten() throws Exception {
        witness.add(request(log, 0, log.grow(5, "entry")));
        witness.close();
        Path file =
                folder.resolve("witness/witness")
                        .resolve(Checkpoint.originHash(ORIGIN))
                        .resolve("checkpoint");
        byte[] bytes = Files.readAllBytes(file);
        for (byte[] damaged : List.of(flipped(bytes), new byte[0])) {
            Files.write(file, damaged);
            assertThatThrownBy(() -> TestWitness.start(folder.resolve("witness"), log.key()))
                    .isInstanceOfSatisfying(
                            Fault.class,
                            it -> assertThat(it.code()).isEqualTo(WitnessFault.STATE_DAMAGED));
        }
        Files.delete(file);
        assertThatThrownBy(() -> TestWitness.start(folder.resolve("witness"), log.key()))
                .isInstanceOf(Fault.class);
        Files.write(file, bytes);
        witness = TestWitness.start(folder.resolve("witness"), log.key());
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] damaged = bytes.clone();
        damaged[ORIGIN.length() + 1] ^= 1;
        return damaged;
    }

    @Test
    void oneHomeHasOneWitness() {
        assertThatThrownBy(() -> TestWitness.start(folder.resolve("witness"), log.key()))
                .isInstanceOfSatisfying(
                        Fault.class, it -> assertThat(it.code()).isEqualTo(StoreFault.HOME_IN_USE));
    }

    /** tlog-witness: checking the old size and persisting the new checkpoint is one step. */
    @Test
    void ofRequestsAtOnceTheTreeOnlyGrows() throws Exception {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("WitnessAloneTest at once, seed " + seed);
        Random random = new Random(seed);
        List<SignedNote> notes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            notes.add(log.grow(1 + random.nextInt(5), "entry"));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> sizes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Random own = new Random(random.nextLong());
                sizes.add(threads.submit(climb(notes, own)));
            }
            for (Future<Long> size : sizes) {
                assertThat(size.get()).isLessThanOrEqualTo(log.size());
            }
        }
        assertThat(witness.get(Checkpoint.originHash(ORIGIN) + "/checkpoint").body())
                .startsWith(notes.getLast().text());
    }

    /** Asks with any newer checkpoint until the last is cosigned; no size may ever shrink. */
    private Callable<Long> climb(List<SignedNote> notes, Random random) {
        return () -> {
            long known = 0;
            while (known < log.size()) {
                long from = known;
                List<SignedNote> newer = notes.stream().filter(note -> size(note) >= from).toList();
                SignedNote note = newer.get(random.nextInt(newer.size()));
                HttpResponse<String> answer = witness.add(request(log, known, note));
                long now =
                        answer.statusCode() == 200
                                ? size(note)
                                : Long.parseLong(answer.body().strip());
                assertThat(now).isGreaterThanOrEqualTo(known);
                known = now;
            }
            return known;
        };
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).orThrow().size();
    }

    @Test
    void theSpecificationsExampleIsReadButItsLogIsNotKnownHere() {
        String body =
                """
                old 20852014
                PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
                jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
                5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
                /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
                """;
        assertThat(witness.add(body).statusCode()).isEqualTo(404);
    }
}
