package org.danaya.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;

/**
 * The folder of an installation. Everything that Danaya keeps is in it, and belongs to the user
 * that Danaya runs as. What is secret is readable by that user alone, whatever the umask.
 *
 * @param path absolute
 */
public record Home(Path path) {

    private static final Set<PosixFilePermission> OWNER_FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> ALL_READ =
            PosixFilePermissions.fromString("rwxr-xr-x");

    /**
     * Opens a home: makes the folders that are missing, and closes what stood open.
     *
     * @throws Fault with {@link StoreFault#HOME_WRONG_OWNER} where a folder belongs to another
     *     user, {@link StoreFault#HOME_UNUSABLE} where it can't be made or written
     */
    public static Home open(Path path) {
        Home home = at(path);
        try {
            folder(home.path, ALL_READ);
            folder(home.data(), OWNER_FOLDER);
            folder(home.keys(), OWNER_FOLDER);
            folder(home.log(), ALL_READ);
            folder(home.published(), ALL_READ);
            for (Path loose : home.looseKeys()) {
                Files.setPosixFilePermissions(
                        loose, Files.isDirectory(loose) ? OWNER_FOLDER : OWNER_FILE);
            }
        } catch (IOException e) {
            throw new Fault(e, StoreFault.HOME_UNUSABLE, home.path, reason(e));
        }
        return home;
    }

    /** The home at a path, which is neither looked at nor changed. */
    public static Home at(Path path) {
        return new Home(path.toAbsolutePath().normalize());
    }

    /** What PostgreSQL keeps, and its own log. Owner only. */
    public Path data() {
        return path.resolve("data");
    }

    /** Private keys and passwords made for this installation. Owner only. */
    public Path keys() {
        return path.resolve("keys");
    }

    /** The public log's checkpoint and tiles; any web server may serve them. */
    public Path log() {
        return path.resolve("log");
    }

    /** Published files such as revocation lists; any web server may serve them. */
    public Path published() {
        return path.resolve("published");
    }

    /**
     * What the operator or a ceremony put into folders of their own, which only its user writes:
     * certificate profiles, trusted certificates, ceremonies handed over. They need not exist.
     */
    public List<Path> given() {
        return List.of(
                path.resolve("profiles"), path.resolve("anchors"), path.resolve("ceremonies"));
    }

    /** The operator's configuration. Need not exist. */
    public Path configuration() {
        return path.resolve("danaya.conf");
    }

    /**
     * There after a restore, until the operator has confirmed that the public log may go on: acts
     * made after the backup may have been published, and a log must not tell two stories.
     */
    public Path restored() {
        return data().resolve("restored");
    }

    /**
     * Faults where a restore was cut short: what it left must never be taken for an installation.
     */
    public void requireFinished() {
        if (Files.exists(unfinished())) {
            throw new Fault(StoreFault.HOME_UNFINISHED, path);
        }
    }

    void markUnfinished() {
        try {
            DurableFiles.replace(unfinished(), new byte[0], DurableFiles.OWNER_ONLY);
            DurableFiles.syncFolder(data());
        } catch (IOException e) {
            throw new Fault(e, StoreFault.HOME_UNUSABLE, path, reason(e));
        }
    }

    /** The restore is complete. */
    public void markFinished() throws IOException {
        Files.delete(unfinished());
        DurableFiles.syncFolder(data());
    }

    private Path unfinished() {
        return data().resolve("restore-unfinished");
    }

    /** The keys that others than the owner could read or change. */
    public List<Path> looseKeys() throws IOException {
        try (Stream<Path> walk = Files.walk(keys())) {
            return walk.filter(file -> !Files.isSymbolicLink(file)).filter(Home::isLoose).toList();
        }
    }

    private static boolean isLoose(Path file) {
        try {
            return !OWNER_FOLDER.containsAll(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            return true;
        }
    }

    private static void folder(Path path, Set<PosixFilePermission> permissions) throws IOException {
        Files.createDirectories(path);
        int owner = (int) Files.getAttribute(path, "unix:uid");
        int self = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        if (owner != self) {
            throw new Fault(
                    StoreFault.HOME_WRONG_OWNER, path, name(path), name(Path.of("/proc/self")));
        }
        if (!Files.getPosixFilePermissions(path).equals(permissions)) {
            Files.setPosixFilePermissions(path, permissions);
        }
        if (!Files.isWritable(path)) {
            throw new IOException(path + " is not writable");
        }
    }

    private static String name(Path path) throws IOException {
        return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }
}
