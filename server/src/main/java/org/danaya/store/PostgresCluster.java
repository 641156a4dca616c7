package org.danaya.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.base.Secret;

/**
 * The files of the embedded server: made once, whole or not at all.
 *
 * @param home the installation
 * @param binaries PostgreSQL's programs
 */
record PostgresCluster(Home home, Path binaries) {

    static final String USER = "danaya";
    static final String DATABASE = "danaya";

    private static final String SUPERUSER = "postgres";

    private static final Duration INITIALISE_LIMIT = Duration.ofMinutes(5);
    private static final int MAJOR = 18;

    /** Another server works on the cluster. */
    static final int LOCKED = 99;

    private static final String LOCK_LIMIT_SECONDS = "2";

    /** Where PostgreSQL keeps the data of a home. */
    static Path folder(Home home) {
        return home.data().resolve("cluster");
    }

    /** The file of the password that was made for this installation. */
    static Path passwordFile(Home home) {
        return home.keys().resolve("database.password");
    }

    /**
     * Held by the server and all its helpers for as long as one of them lives, whoever started
     * them: they inherit it.
     */
    static Path lock(Home home) {
        return home.data().resolve("cluster.lock");
    }

    /** The server's own log. */
    static Path log(Home home) {
        return home.data().resolve("postgres.log");
    }

    static Secret password(Home home) throws IOException {
        return Secret.of(Files.readString(passwordFile(home)).strip());
    }

    /** Makes the cluster where it isn't there yet. */
    static PostgresCluster prepare(Home home, Path binaries)
            throws IOException, InterruptedException {
        PostgresCluster cluster = new PostgresCluster(home, binaries);
        Path folder = folder(home);
        if (Files.notExists(folder)) {
            cluster.initialise(folder);
        }
        cluster.check(folder);
        return cluster;
    }

    /** The program of this name. */
    String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    /**
     * The server, to be started. Between the end of a program and the start of the next a server
     * may be about to begin that nobody sees yet: so each takes the cluster's lock before it
     * touches anything, and only who holds it removes what a dead one left in {@code
     * postmaster.pid}. One that comes too late ends with {@link #LOCKED}.
     */
    ProcessBuilder server(List<String> options) throws IOException {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("flock", "--no-fork", "--wait", LOCK_LIMIT_SECONDS));
        words.addAll(List.of("--conflict-exit-code", Integer.toString(LOCKED)));
        words.add(lock(home).toString());
        words.addAll(List.of("sh", "-c", "rm -f -- \"$1\" && shift && exec \"$@\"", "sh"));
        words.add(PostmasterFile.of(folder(home)).toString());
        words.addAll(List.of(program("postgres"), "-D", folder(home).toString()));
        options.forEach(option -> words.addAll(List.of("-c", option)));
        return PostgresCommand.of(log(home), words);
    }

    private void initialise(Path folder) throws IOException, InterruptedException {
        Path fresh = folder.resolveSibling("cluster.new");
        new ClusterProcesses(folder).stop(INITIALISE_LIMIT);
        Folders.delete(fresh);
        Secret password = newPassword();
        DurableFiles.replace(passwordFile(home), password.bytes(), DurableFiles.OWNER_ONLY);
        DurableFiles.syncFolder(home.keys());
        long said = PostgresLog.length(log(home));
        Path unused = passwordFile(home).resolveSibling("database.unused");
        DurableFiles.replace(unused, newPassword().bytes(), DurableFiles.OWNER_ONLY);
        Process process =
                PostgresCommand.of(
                                log(home),
                                List.of(
                                        program("initdb"),
                                        "--pgdata=" + fresh,
                                        "--username=" + SUPERUSER,
                                        "--pwfile=" + unused,
                                        "--auth=scram-sha-256",
                                        "--encoding=UTF8",
                                        "--locale=C.UTF-8",
                                        "--data-checksums"))
                        .start();
        if (!process.waitFor(INITIALISE_LIMIT.toSeconds(), TimeUnit.SECONDS)
                || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("initdb: " + PostgresLog.lastComplaint(log(home), said));
        }
        Files.delete(unused);
        createRole(fresh, password);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.syncFolder(home.data());
    }

    /**
     * Makes the program's own role, which reads and runs nothing outside of its databases. Nobody
     * knows the superuser's password: PostgreSQL's single-user mode needs none.
     */
    private void createRole(Path fresh, Secret password) throws IOException, InterruptedException {
        Process single =
                PostgresCommand.of(
                                log(home),
                                List.of(
                                        program("postgres"),
                                        "--single",
                                        "-D",
                                        fresh.toString(),
                                        "-c",
                                        "exit_on_error=on",
                                        "-c",
                                        "log_statement=none",
                                        "-c",
                                        "log_min_error_statement=panic",
                                        "postgres"))
                        .start();
        try (OutputStream commands = single.getOutputStream()) {
            commands.write(
                    "create role %s login createdb password '%s'\ncreate database %s owner %s\n"
                            .formatted(USER, password.reveal(), DATABASE, USER)
                            .getBytes(StandardCharsets.US_ASCII));
        }
        if (!single.waitFor(INITIALISE_LIMIT.toSeconds(), TimeUnit.SECONDS)
                || single.exitValue() != 0) {
            single.destroyForcibly();
            throw new IOException("The database's role could not be made");
        }
    }

    private static Secret newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Secret.of(HexFormat.of().formatHex(random));
    }

    private void check(Path folder) throws IOException {
        String version = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!version.equals(Integer.toString(MAJOR))) {
            throw new Fault(StoreFault.CLUSTER_VERSION, version, MAJOR);
        }
        if (Files.notExists(passwordFile(home))) {
            throw new Fault(StoreFault.PASSWORD_LOST, passwordFile(home));
        }
    }
}
