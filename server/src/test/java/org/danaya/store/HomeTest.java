package org.danaya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read what, who may run where, with real processes. */
class HomeTest {

    private static final List<String> AS_SOMEBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    @TempDir Path folder;

    @Test
    void secretsThatStoodOpenAreClosed() throws Exception {
        Home home = Home.open(folder.resolve("home"));
        Path key = Files.writeString(home.keys().resolve("an.key"), "an example");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(home.data(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(home.looseKeys()).containsExactly(key);
        Home.open(home.path());
        assertThat(home.looseKeys()).isEmpty();
        assertThat(permissions(key)).isEqualTo("rw-------");
        assertThat(permissions(home.data())).isEqualTo("rwx------");
        assertThat(permissions(home.keys())).isEqualTo("rwx------");
        assertThat(permissions(home.log())).isEqualTo("rwxr-xr-x");
        assertThat(permissions(home.published())).isEqualTo("rwxr-xr-x");
    }

    @Test
    void aSecondProgramOnTheSameHomeSaysSoAndStops() throws Exception {
        Home home = TestHome.fresh(folder.resolve("home"));
        try (ChildProgram first = writer(List.of(), home)) {
            first.await(line -> line.startsWith("wrote"));
            try (ChildProgram second = writer(List.of(), home)) {
                second.await(line -> line.equals("fault store.home-in-use"));
                assertThat(second.end()).isEqualTo(3);
            }
            int said = first.lines().size();
            first.await(line -> first.lines().size() > said + 10);
        }
    }

    @Test
    void aSecondStoreInTheSameProgramIsRefusedAndTheFirstStaysLocked() throws Exception {
        Home home = Home.open(folder.resolve("home"));
        try (HomeLock _ = HomeLock.take(home)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> HomeLock.take(home))
                        .isInstanceOfSatisfying(
                                Fault.class,
                                fault ->
                                        assertThat(fault.code()).isEqualTo(StoreFault.HOME_IN_USE));
            }
            try (ChildProgram other = writer(List.of(), home)) {
                other.await(line -> line.equals("fault store.home-in-use"));
            }
        }
    }

    @Test
    void anOrdinaryUserRunsItToo() throws Exception {
        requireRoot();
        Path home = folder.resolve("home");
        Files.createDirectory(home);
        String classPath = readableClassPath(folder.resolve("classes"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        own(home);
        try (ChildProgram writer =
                ChildProgram.start(
                        AS_SOMEBODY, classPath, KilledWriter.class, home.toString(), "1")) {
            writer.await(line -> line.startsWith("wrote"));
        }
        assertThat(new ClusterProcesses(PostgresCluster.folder(Home.at(home))).all()).isEmpty();
        assertThatThrownBy(
                        () ->
                                Store.open(
                                        Settings.of(
                                                StoreSettings.ALL,
                                                Map.of("home", home.toString()))))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(StoreFault.HOME_WRONG_OWNER));
    }

    @Test
    void rootWithoutUserNamespacesIsToldWhatToDo() throws Exception {
        requireRoot();
        List<String> withoutNamespaces =
                List.of(
                        "unshare",
                        "--user",
                        "--map-root-user",
                        "sh",
                        "-c",
                        "echo 0 > /proc/sys/user/max_user_namespaces && exec \"$@\"",
                        "sh");
        try (ChildProgram writer = writer(withoutNamespaces, Home.open(folder.resolve("home")))) {
            writer.await(line -> line.equals("fault store.root-refused"));
            assertThat(writer.end()).isEqualTo(3);
        }
    }

    private static ChildProgram writer(List<String> under, Home home) throws Exception {
        return ChildProgram.start(under, KilledWriter.class, home.path().toString(), "1");
    }

    /** Root's own folders are closed to others: the classes are linked to where they may look. */
    private static String readableClassPath(Path folder) throws Exception {
        Files.createDirectory(folder);
        StringJoiner path = new StringJoiner(":");
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(":", -1)) {
            Path target = folder.resolve(++number + ".jar");
            Process copy =
                    new ProcessBuilder("cp", "--recursive", "--link", entry, target.toString())
                            .start();
            if (copy.waitFor() != 0) {
                new ProcessBuilder("cp", "--recursive", entry, target.toString()).start().waitFor();
            }
            path.add(target.toString());
        }
        return path.toString();
    }

    private static void requireRoot() throws Exception {
        assumeTrue(PostgresCommand.isRoot(), "becoming another user needs root");
    }

    private static void own(Path folder) throws Exception {
        Process chown = new ProcessBuilder("chown", "-R", "65534:65534", folder.toString()).start();
        assertThat(chown.waitFor()).isZero();
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
