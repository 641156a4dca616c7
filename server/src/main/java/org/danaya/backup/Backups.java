package org.danaya.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.crypto.PassphraseSeal;
import org.danaya.store.Home;
import org.danaya.store.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Makes backups and checks them. */
final class Backups {

    private static final String UNFINISHED = ".partial";

    private final Clock clock;
    private final SecureRandom random;
    private final JsonMapper json = JsonMapper.builder().build();

    Backups(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** The version of this program. */
    static String program() {
        return Objects.requireNonNullElse(
                Backups.class.getPackage().getImplementationVersion(), "0");
    }

    /**
     * Writes a backup of an installation, whole or not at all.
     *
     * @param file where to; must not be there
     */
    Manifest make(Visit visit, Path file, Secret passphrase) {
        Path target = file.toAbsolutePath();
        requireAbsent(target);
        Path beside = target.resolveSibling(target.getFileName() + UNFINISHED);
        try {
            Manifest manifest;
            try {
                manifest = write(visit, beside, passphrase);
                requireAbsent(target);
                note(visit, target);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
            DurableFiles.syncFolder(target.resolveSibling("").normalize());
            return manifest;
        } catch (IOException e) {
            throw new Fault(e, BackupFault.UNWRITABLE, target, String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            throw new Fault(e, BackupFault.DATABASE_FAILED, String.valueOf(e.getMessage()));
        }
    }

    /** The file takes its name only once the journal will know of it. */
    private void note(Visit visit, Path target) {
        try {
            new OperatorActTable(JdbcClient.create(visit.address().dataSource()))
                    .insert(
                            BackupAct.MADE,
                            operator(),
                            "backup:" + target.getFileName(),
                            clock.instant());
        } catch (DataAccessException e) {
            throw new Fault(e, BackupFault.DATABASE_FAILED, String.valueOf(e.getMessage()));
        }
    }

    /** Who sits at the command line, by the operating system's name. */
    static String operator() {
        return System.getProperty("user.name", "?");
    }

    /** Reads a whole backup and compares it with its manifest. */
    Manifest check(Path file, Secret passphrase) {
        return PartReader.read(file, passphrase, PartSink.NOWHERE);
    }

    private Manifest write(Visit visit, Path beside, Secret passphrase)
            throws IOException, SQLException {
        Files.deleteIfExists(beside);
        try (FileChannel channel =
                FileChannel.open(
                        beside,
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            Instant made = clock.instant();
            Manifest manifest;
            try (OutputStream sealed = PassphraseSeal.seal(out, passphrase, random);
                    PartWriter parts = new PartWriter(sealed, made)) {
                manifest = write(visit, parts, made);
            }
            out.flush();
            channel.force(true);
            return manifest;
        }
    }

    /**
     * The log's checkpoint goes first and the rest of the log before the database's moment, so that
     * the database holds at least what the checkpoint promises; the keys after it, so that the
     * database names none that is missing.
     */
    private Manifest write(Visit visit, PartWriter parts, Instant made)
            throws IOException, SQLException {
        Home home = visit.home();
        parts.write(
                "format.json",
                json.writeValueAsString(new Manifest.Format(Manifest.FORMAT, program())));
        List<Manifest.File> files = new ArrayList<>();
        Path checkpoint = home.log().resolve("checkpoint");
        parts.write(home.path(), checkpoint).ifPresent(files::add);
        writeFolder(home, home.log(), checkpoint, parts, files);
        try (DatabaseCopy database = new DatabaseCopy(visit.address())) {
            Map<String, Map<String, Integer>> migrations = database.migrations();
            List<String> schemas = List.copyOf(migrations.keySet());
            List<Manifest.Table> tables = database.writeTables(schemas, parts);
            Map<String, Long> sequences = database.sequences(schemas);
            writeFolder(home, home.keys(), home.keys().resolve("database.password"), parts, files);
            writeFolder(home, home.published(), checkpoint, parts, files);
            for (Path given : home.given()) {
                if (Files.isDirectory(given)) {
                    writeFolder(home, given, checkpoint, parts, files);
                }
            }
            parts.write(home.path(), home.configuration()).ifPresent(files::add);
            Manifest manifest =
                    new Manifest(
                            Manifest.FORMAT, program(), made, migrations, tables, sequences, files);
            parts.write("manifest.json", json.writeValueAsString(manifest));
            return manifest;
        }
    }

    /**
     * A file may be gone when its turn comes: the log drops the part of a tile once the whole tile
     * is there, which the list then doesn't have yet. So it's listed again until nothing was gone.
     */
    private static void writeFolder(
            Home home, Path folder, Path except, PartWriter parts, List<Manifest.File> files)
            throws IOException {
        Set<Path> done = new HashSet<>(Set.of(except));
        boolean gone;
        do {
            gone = false;
            for (Path file : list(folder)) {
                if (done.add(file)) {
                    Optional<Manifest.File> written = parts.write(home.path(), file);
                    written.ifPresent(files::add);
                    gone |= written.isEmpty();
                }
            }
        } while (gone);
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() && !file.toString().endsWith(".new")) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (e instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException e) throws IOException {
                        return e == null || e instanceof NoSuchFileException
                                ? FileVisitResult.CONTINUE
                                : super.postVisitDirectory(directory, e);
                    }
                });
        found.sort(null);
        return found;
    }

    private static void requireAbsent(Path file) {
        if (Files.exists(file)) {
            throw new Fault(BackupFault.EXISTS, file);
        }
    }
}
