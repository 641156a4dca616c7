package org.danaya.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.danaya.base.Fault;

/**
 * The folder of an installation. Everything that Danaya keeps is in it.
 *
 * @param path absolute
 */
public record Home(Path path) {

    private static final String OWNER_ONLY = "rwx------";
    private static final String ALL_READ = "rwxr-xr-x";

    /** Opens a home, and makes the folders that are missing. */
    public static Home open(Path path) {
        Home home = new Home(path.toAbsolutePath().normalize());
        try {
            folder(home.path, ALL_READ);
            folder(home.data(), OWNER_ONLY);
            folder(home.keys(), OWNER_ONLY);
            folder(home.log(), ALL_READ);
            folder(home.published(), ALL_READ);
        } catch (IOException e) {
            throw new Fault(e, StoreFault.HOME_UNUSABLE, home.path, String.valueOf(e.getMessage()));
        }
        return home;
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

    /** The operator's configuration. Need not exist. */
    public Path configuration() {
        return path.resolve("danaya.conf");
    }

    private static void folder(Path path, String permissions) throws IOException {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
