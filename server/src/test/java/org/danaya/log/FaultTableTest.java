package org.danaya.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.danaya.log.disk.Disk;
import org.danaya.store.TestDatabase;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.TreeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fault table of publishing: every commit, every file write, every synchronisation, every
 * signature of one turn × {failed, failed but persisted, killed before, killed after}, and what
 * must hold after the restart.
 */
class FaultTableTest {

    /** How a call that leaves the program goes wrong. */
    enum Wrong {
        /** It does nothing and says so. */
        FAILED,
        /** It does its work and says that it failed. */
        FAILED_BUT_PERSISTED,
        /** The process ends before it. */
        KILLED_BEFORE,
        /** The process ends after it. */
        KILLED_AFTER
    }

    /** What a call works on. */
    enum Target {
        DATABASE,
        DISK,
        KEY,
        WITNESS
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Counts the calls that leave the program, and makes one of them go wrong. */
    private static final class Trouble {

        private final int at;
        private final Wrong wrong;
        private final List<Target> calls = new ArrayList<>();
        private boolean happened;

        Trouble(int at, Wrong wrong) {
            this.at = at;
            this.wrong = wrong;
        }

        interface Call<T, E extends Exception> {
            T run() throws E;
        }

        interface Failure<E extends Exception> {
            E make();
        }

        <T, E extends Exception> T around(Target target, Failure<E> failure, Call<T, E> call)
                throws E {
            boolean here = calls.size() == at;
            calls.add(target);
            happened |= here;
            if (here && wrong == Wrong.FAILED) {
                throw failure.make();
            }
            if (here && wrong == Wrong.KILLED_BEFORE) {
                throw new Killed();
            }
            T done = call.run();
            if (here && wrong == Wrong.FAILED_BUT_PERSISTED) {
                throw failure.make();
            }
            if (here && wrong == Wrong.KILLED_AFTER) {
                throw new Killed();
            }
            return done;
        }

        TestLog.Parts parts() {
            return TestLog.Parts.sound()
                    .with(disk())
                    .withSigning(
                            signer ->
                                    (checkpoint, now) ->
                                            around(
                                                    Target.KEY,
                                                    () -> new IllegalStateException("no key"),
                                                    () -> signer.sign(checkpoint, now)))
                    .with(
                            (Cosigner)
                                    checkpoint ->
                                            around(
                                                    Target.WITNESS,
                                                    () -> new IllegalStateException("no answer"),
                                                    () ->
                                                            new Cosigner.CosignOutcome.Cosigned(
                                                                    checkpoint)))
                    .withDatabase(this::database);
        }

        private Disk disk() {
            return new Disk() {
                @Override
                public void createFolders(Path folder) throws IOException {
                    write(() -> Disk.REAL.createFolders(folder));
                }

                @Override
                public void replace(Path file, byte[] bytes) throws IOException {
                    write(() -> Disk.REAL.replace(file, bytes));
                }

                @Override
                public void syncFolder(Path folder) throws IOException {
                    write(() -> Disk.REAL.syncFolder(folder));
                }
            };
        }

        interface Write {
            void run() throws IOException;
        }

        private void write(Write write) throws IOException {
            around(
                    Target.DISK,
                    () -> new IOException("No space left on device"),
                    () -> {
                        write.run();
                        return true;
                    });
        }

        /** Only commits count: what isn't committed has no effect. */
        private DataSource database(DataSource source) {
            return (DataSource)
                    Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {DataSource.class},
                            (_, method, arguments) -> {
                                Object made = invoke(source, method, arguments);
                                return made instanceof Connection connection
                                        ? connection(connection)
                                        : made;
                            });
        }

        private Connection connection(Connection connection) {
            return (Connection)
                    Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (_, method, arguments) ->
                                    method.getName().equals("commit")
                                            ? around(
                                                    Target.DATABASE,
                                                    () -> new SQLException("connection lost"),
                                                    () -> {
                                                        connection.commit();
                                                        return null;
                                                    })
                                            : invoke(connection, method, arguments));
        }

        private static Object invoke(
                Object target, java.lang.reflect.Method method, Object[] arguments)
                throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    private static final DataSource DATABASE = TestDatabase.freshSource();

    @TempDir Path home;

    /** Every call of a turn, found by running one without trouble. */
    static Stream<Arguments> table(@TempDir Path home) throws IOException {
        TestLog log = new TestLog(home, DATABASE);
        prepare(log);
        Trouble none = new Trouble(-1, Wrong.FAILED);
        turn(log, none);
        List<Arguments> rows = new ArrayList<>();
        for (int at = 0; at < none.calls.size(); at++) {
            for (Wrong wrong : Wrong.values()) {
                rows.add(Arguments.of(at, none.calls.get(at), wrong));
            }
        }
        return rows.stream();
    }

    @ParameterizedTest(name = "call {0} to the {1}: {2}")
    @MethodSource("table")
    void whateverGoesWrongNothingIsLostAndNothingIsSignedTwice(int at, Target target, Wrong wrong)
            throws IOException {
        TestLog log = new TestLog(home, DATABASE);
        prepare(log);
        Trouble trouble = new Trouble(at, wrong);
        boolean halted = turn(log, trouble);
        assertThat(trouble.happened).isTrue();
        assertThat(trouble.calls.get(at)).isEqualTo(target);
        boolean mustHalt =
                target == Target.DISK
                        && (wrong == Wrong.FAILED || wrong == Wrong.FAILED_BUT_PERSISTED);
        assertThat(halted).isEqualTo(mustHalt);

        // Even before anything is repaired, what is published has its tiles.
        log.published();
        log.append("later");
        if (mustHalt) {
            int signatures = log.signed.size();
            assertThat(log.starter(TestLog.Parts.sound()).start())
                    .isInstanceOf(SequencerStart.Started.Halted.class);
            assertThat(log.signed).hasSize(signatures);
            new IdentityTable(log.jdbc).clearHalt();
        }
        log.publishAll();

        assertThat(log.published()).hasSize(1 + 300 + 5 + 1);
        assertThat(log.databaseRoot()).isEqualTo(log.checkpoint().root());
        assertOneRootForEachSize(log.signed);
        assertEveryLeafIsTold(log);
    }

    @Test
    void everyKindOfCallIsInTheTable() throws IOException {
        TestLog log = new TestLog(home, DATABASE);
        prepare(log);
        Trouble none = new Trouble(-1, Wrong.FAILED);
        turn(log, none);
        Set<Target> targets = new HashSet<>(none.calls);
        assertThat(targets).containsExactlyInAnyOrder(Target.values());
    }

    /** A published tree whose last tile is partial, and leaves waiting that make it full. */
    private static void prepare(TestLog log) {
        log.append(300, "before-");
        log.publishAll();
        log.append(5, "during-");
    }

    /** One start and one turn; whether it ended in a halt, which is then recorded. */
    private static boolean turn(TestLog log, Trouble trouble) {
        try (Sequencer sequencer = log.sequencer(trouble.parts())) {
            if (sequencer.cycle() instanceof Sequencer.Cycle.Stopped(Halt halt)) {
                new IdentityTable(log.jdbc).halt(halt);
                return true;
            }
        } catch (Killed | RuntimeException _) {
            // The next sequencer starts from what is on disk and in the database.
        }
        return false;
    }

    private static void assertOneRootForEachSize(List<Checkpoint> signed) {
        Map<Long, TreeHash> roots = new HashMap<>();
        for (Checkpoint checkpoint : signed) {
            TreeHash known = roots.putIfAbsent(checkpoint.size(), checkpoint.root());
            assertThat(known == null || known.equals(checkpoint.root())).isTrue();
        }
        List<Long> sizes = signed.stream().map(Checkpoint::size).toList();
        assertThat(sizes).isSorted();
    }

    /** At least once each, always with the same index. */
    private static void assertEveryLeafIsTold(TestLog log) {
        Map<String, Long> told = new HashMap<>();
        for (LeafIntegrated event : log.integrated) {
            Long known = told.putIfAbsent(event.reference(), event.index());
            assertThat(known == null || known == event.index()).isTrue();
        }
        assertThat(told).hasSize(1 + 300 + 5 + 1);
    }
}
