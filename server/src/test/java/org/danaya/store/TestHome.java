package org.danaya.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Homes for tests, whose cluster is a copy of one that was made once for the run. */
final class TestHome {

    private static final AtomicReference<Home> MODEL = new AtomicReference<>();

    private TestHome() {}

    /** A home in a folder, with a cluster and no server. */
    static Home fresh(Path folder) throws Exception {
        Home model = model();
        Home home = Home.open(folder);
        copy(PostgresCluster.folder(model), PostgresCluster.folder(home));
        copy(PostgresCluster.passwordFile(model), PostgresCluster.passwordFile(home));
        return home;
    }

    /** Starts a server whose data are thrown away in the end, so nothing waits for the disk. */
    static EmbeddedPostgres startHasty(Home home) {
        return EmbeddedPostgres.start(
                home, new PostgresTuning(128L << 20, 84, false), _ -> TestDatabase.binaries());
    }

    /** Starts the server of a home. */
    static EmbeddedPostgres start(Home home) {
        return EmbeddedPostgres.start(home, PostgresTuning.DEFAULT, _ -> TestDatabase.binaries());
    }

    private static synchronized Home model() throws Exception {
        Home model = MODEL.get();
        if (model == null) {
            Path folder = Files.createTempDirectory("danaya-model-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
            model = Home.open(folder);
            start(model).close();
            MODEL.set(model);
        }
        return model;
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.copy(file, from.equals(file) ? to : target);
            Files.setPosixFilePermissions(
                    from.equals(file) ? to : target, Files.getPosixFilePermissions(file));
        }
    }
}
