package org.danaya.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** The embedded PostgreSQL of a home, for tests that kill it. */
public final class TestCluster {

    private TestCluster() {}

    /** Makes a home with a cluster, which saves its first start some seconds. */
    public static void prepare(Path home) throws Exception {
        TestHome.fresh(home);
    }

    /** Kills the server, if one runs; its helpers end by themselves. */
    public static void killServer(Path home) throws Exception {
        processes(home).server().ifPresent(TestCluster::kill);
    }

    /** Kills the server or one of its helpers, if one runs. */
    public static void killHelper(Path home, Random random) {
        List<ProcessHandle> all = processes(home).all();
        if (!all.isEmpty()) {
            kill(all.get(random.nextInt(all.size())));
        }
    }

    private static ClusterProcesses processes(Path home) {
        return new ClusterProcesses(PostgresCluster.folder(Home.at(home)));
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
    }
}
