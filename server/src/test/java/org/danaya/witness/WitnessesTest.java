package org.danaya.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.danaya.base.Cable;
import org.danaya.edge.LogOnDisk;
import org.danaya.log.Cosigner.CosignOutcome;
import org.danaya.store.TestDatabase;
import org.danaya.verify.Policy;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TileSource;
import org.danaya.verify.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our log's side of C2SP tlog-witness, with real witnesses on the other side. */
class WitnessesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** How long a witness may take to answer, on the slowest machine. */
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir Path folder;
    private LogOnDisk log;
    private final List<TestWitness> running = new ArrayList<>();
    private final List<Cable> cables = new ArrayList<>();
    private final HttpClient http = WitnessConfiguration.http(LONG);
    private final WitnessTable table =
            new WitnessTable(JdbcClient.create(TestDatabase.freshSource()));
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void start() {
        log = new LogOnDisk(folder.resolve("log"), "log.example/test");
    }

    @AfterEach
    void stop() {
        cables.forEach(Cable::close);
        running.forEach(TestWitness::close);
        http.close();
    }

    private TestWitness witness(String name) {
        TestWitness witness = TestWitness.start(folder.resolve(name), log.key());
        running.add(witness);
        return witness;
    }

    private Witnesses witnesses(String policy, Duration timeout) {
        Policy parsed = Policy.parse(policy.getBytes(UTF_8)).orThrow();
        Clock clock =
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                };
        return new Witnesses(
                parsed,
                WitnessConfiguration.asked(
                        parsed, table.all(), TileSource.directory(log.folder()), http),
                table,
                timeout,
                PATIENCE,
                clock);
    }

    private static String line(String name, TestWitness witness) {
        return line(name, witness, witness.address());
    }

    private static String line(String name, TestWitness witness, URI address) {
        return "witness %s %s %s\n".formatted(name, witness.keys().getFirst().vkey(), address);
    }

    /** The address of a witness that is there and may go away. */
    private Cable cable(TestWitness witness) {
        Cable cable = new Cable().to(witness.address());
        cables.add(cable);
        return cable;
    }

    private void away(TestWitness witness, Cable cable) {
        cable.toNone();
        witness.close();
        running.remove(witness);
    }

    private SignedNote cosigned(CosignOutcome outcome) {
        if (outcome instanceof CosignOutcome.Cosigned(SignedNote note)) {
            return note;
        }
        throw new AssertionError(outcome);
    }

    @Test
    void twoOfTwoWitnessesCosignEveryCheckpoint() {
        String policy =
                "log "
                        + log.key().vkey()
                        + "\n"
                        + line("one", witness("one"))
                        + line("two", witness("two"))
                        + "group both all one two\nquorum both\n";
        try (Witnesses witnesses = witnesses(policy, LONG)) {
            for (int i = 0; i < 3; i++) {
                SignedNote note = cosigned(witnesses.cosign(log.grow(300, "entry")));
                assertThat(Policy.parse(policy.getBytes(UTF_8)).orThrow().check(note))
                        .isInstanceOf(Verdict.Valid.class);
            }
            assertThat(witnesses.quorum()).isInstanceOf(QuorumState.Reached.class);
            assertThat(witnesses.health())
                    .allSatisfy(
                            it -> {
                                assertThat(it.state()).isEqualTo(WitnessHealth.State.COSIGNING);
                                assertThat(it.size()).isEqualTo(900);
                            });
            assertThat(table.all()).hasSize(2);
        }
    }

    @Test
    void whatWasKnownIsKnownAfterARestartAndAForgottenSizeIsLearnt() {
        TestWitness one = witness("one");
        String policy = line("one", one) + "quorum one\n";
        try (Witnesses witnesses = witnesses(policy, LONG)) {
            cosigned(witnesses.cosign(log.grow(5, "entry")));
        }
        try (Witnesses witnesses = witnesses(policy, LONG)) {
            assertThat(witnesses.health().getFirst().size()).isEqualTo(5);
            table.save(
                    one.keys().getFirst().vkey(),
                    new WitnessHealth(
                            "one", "", "", WitnessHealth.State.UNTRIED, 0, null, null, null));
        }
        try (Witnesses witnesses = witnesses(policy, LONG)) {
            assertThat(witnesses.health().getFirst().size()).isZero();
            cosigned(witnesses.cosign(log.grow(5, "entry")));
            assertThat(witnesses.health().getFirst().size()).isEqualTo(10);
        }
    }

    @Test
    void withoutAQuorumTheOldCheckpointStaysForAWhileAndThenTheLogGoesOn() {
        TestWitness one = witness("one");
        TestWitness down = witness("down");
        Cable cable = cable(down);
        String policy =
                line("one", one)
                        + line("down", down, cable.address())
                        + "group g all one down\nquorum g\n";
        away(down, cable);
        try (Witnesses witnesses = witnesses(policy, LONG)) {
            SignedNote note = log.grow(5, "entry");
            assertThat(witnesses.cosign(note)).isInstanceOf(CosignOutcome.Withheld.class);
            assertThat(witnesses.quorum()).isInstanceOf(QuorumState.Waiting.class);
            WitnessHealth health = witnesses.health().getLast();
            assertThat(health.state()).isEqualTo(WitnessHealth.State.FAILING);
            assertThat(health.error()).isNotBlank();
            now = now.plus(PATIENCE);
            SignedNote published = cosigned(witnesses.cosign(log.grow(5, "entry")));
            assertThat(published.signatures()).hasSizeGreaterThanOrEqualTo(1);
            assertThat(witnesses.quorum()).isInstanceOf(QuorumState.Unwitnessed.class);
            cable.to(witness("down").address());
            now = now.plus(Duration.ofMinutes(2));
            CosignOutcome last = witnesses.cosign(log.grow(5, "entry"));
            for (int i = 0; i < 50 && !(witnesses.quorum() instanceof QuorumState.Reached); i++) {
                now = now.plus(Duration.ofMinutes(2));
                last = witnesses.cosign(log.grow(5, "entry"));
            }
            assertThat(cosigned(last).signatures()).hasSize(3);
            assertThat(witnesses.quorum()).isInstanceOf(QuorumState.Reached.class);
        }
    }

    @Test
    void aCheckpointPublishedWithoutItsQuorumIsOwedUntilEachWitnessHasSignedOnce() {
        TestWitness one = witness("one");
        TestWitness two = witness("two");
        Cable ones = cable(one);
        Cable twos = cable(two);
        String policy =
                line("one", one, ones.address())
                        + line("two", two, twos.address())
                        + "group g all one two\nquorum g\n";
        away(two, twos);
        try (Witnesses witnesses = witnesses(policy, LONG)) {
            SignedNote note = log.grow(5, "entry");
            assertThat(witnesses.cosign(note)).isInstanceOf(CosignOutcome.Withheld.class);
            assertThat(witnesses.owes()).isFalse();
            now = now.plus(PATIENCE);
            int alone = cosigned(witnesses.cosign(note)).signatures().size();
            assertThat(witnesses.quorum()).isInstanceOf(QuorumState.Unwitnessed.class);
            assertThat(witnesses.owes()).isFalse();
            now = now.plus(Duration.ofMinutes(2));
            assertThat(witnesses.owes()).isTrue();
            // The one that signed is away now, and the other is back: together they are enough.
            away(one, ones);
            twos.to(witness("two").address());
            SignedNote both = cosigned(witnesses.cosign(note));
            assertThat(both.signatures()).hasSizeGreaterThan(alone);
            assertThat(
                            Policy.parse(policy.getBytes(UTF_8))
                                    .orThrow()
                                    .withLogs(List.of(log.key()))
                                    .check(both))
                    .isInstanceOf(Verdict.Valid.class);
            assertThat(witnesses.quorum()).isInstanceOf(QuorumState.Reached.class);
            now = now.plus(Duration.ofDays(1));
            assertThat(witnesses.owes()).isFalse();
            ones.to(witness("one").address());
            cosigned(witnesses.cosign(log.grow(5, "entry")));
        }
    }

    @Test
    void aWitnessThatKnowsMoreThanWeDoIsSaidToBeAhead() throws Exception {
        TestWitness one = witness("one");
        LogOnDisk lost = log;
        SignedNote large = lost.grow(20, "entry");
        assertThat(one.add("old 0\n\n" + large.toText()).statusCode()).isEqualTo(200);
        log = lost.twin(folder.resolve("restored"));
        Files.createDirectories(log.folder());
        try (Witnesses witnesses = witnesses(line("one", one) + "quorum one\n", LONG)) {
            assertThat(witnesses.cosign(log.grow(5, "entry")))
                    .isInstanceOf(CosignOutcome.Withheld.class);
            assertThat(witnesses.health().getFirst().state()).isEqualTo(WitnessHealth.State.AHEAD);
        }
    }

    @Test
    void aForkIsRefusedByTheWitnessAndNeverCosigned() {
        TestWitness one = witness("one");
        try (Witnesses witnesses = witnesses(line("one", one) + "quorum one\n", LONG)) {
            cosigned(witnesses.cosign(log.grow(5, "entry")));
        }
        log = log.twin(folder.resolve("twin"));
        try (Witnesses witnesses = witnesses(line("one", one) + "quorum one\n", LONG)) {
            assertThat(witnesses.cosign(log.grow(9, "lie")))
                    .isInstanceOf(CosignOutcome.Withheld.class);
            assertThat(witnesses.health().getFirst().state())
                    .isEqualTo(WitnessHealth.State.REFUSING);
        }
    }

    @Test
    void anotherTreeOfTheSizeThatItCosignedIsARefusalAndNoOtherSize() {
        TestWitness one = witness("one");
        try (Witnesses witnesses = witnesses(line("one", one) + "quorum one\n", LONG)) {
            cosigned(witnesses.cosign(log.grow(5, "entry")));
        }
        log = log.twin(folder.resolve("twin"));
        try (Witnesses witnesses = witnesses(line("one", one) + "quorum one\n", LONG)) {
            assertThat(witnesses.cosign(log.grow(5, "lie")))
                    .isInstanceOf(CosignOutcome.Withheld.class);
            WitnessHealth health = witnesses.health().getFirst();
            assertThat(health.state()).isEqualTo(WitnessHealth.State.REFUSING);
            assertThat(health.error()).startsWith("409 ");
        }
    }

    @Test
    void withoutAPolicyTheLogsOwnSignatureIsEnough() {
        try (Witnesses witnesses =
                new Witnesses(null, List.of(), table, PATIENCE, PATIENCE, Clock.systemUTC())) {
            SignedNote note = log.grow(5, "entry");
            assertThat(cosigned(witnesses.cosign(note))).isEqualTo(note);
            assertThat(witnesses.quorum()).isInstanceOf(QuorumState.NoPolicy.class);
        }
    }
}
