package org.danaya.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.store.Home;
import org.danaya.store.StoreFault;
import org.jspecify.annotations.Nullable;

/** Puts the parts of an authenticated backup in their places. */
final class RestoreSink implements PartSink {

    /** Settings that speak of the old machine's database: restored as comments. */
    private static final Pattern OTHER_DATABASE = Pattern.compile("(?m)^(\\s*database\\.)");

    private static final Set<PosixFilePermission> OWNER =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> ALL_READ =
            PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> OWNER_FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> ALL_FOLDER =
            PosixFilePermissions.fromString("rwxr-xr-x");

    private final Home home;
    private final DatabaseLoad load;
    private final Map<String, Manifest.Table> tables = new LinkedHashMap<>();
    private final ByteArrayOutputStream configuration = new ByteArrayOutputStream();
    private Manifest.@Nullable Table table;
    private @Nullable FileChannel channel;

    RestoreSink(Home home, DatabaseLoad load, Manifest manifest) {
        this.home = home;
        this.load = load;
        manifest.tables().forEach(each -> tables.put(each.folder(), each));
    }

    @Override
    public void begin(String name) {
        if (name.startsWith("database/")) {
            beginTable(name.substring(0, name.lastIndexOf('/') + 1));
        } else {
            endTable();
            if (!name.equals("danaya.conf")) {
                beginFile(name);
            }
        }
    }

    @Override
    public void write(byte[] bytes, int length) {
        try {
            if (channel != null) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } else if (table != null) {
                load.write(bytes, length);
            } else {
                configuration.write(bytes, 0, length);
            }
        } catch (IOException e) {
            throw unusable(e);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** A table goes on over its parts; it ends where something else begins. */
    @Override
    public void end() {
        if (channel != null) {
            try {
                channel.force(true);
                channel.close();
            } catch (IOException e) {
                throw unusable(e);
            }
            channel = null;
        }
    }

    /** Ends the last table, and writes the configuration; whether settings became comments. */
    boolean complete() {
        endTable();
        if (configuration.size() == 0) {
            return false;
        }
        String text = configuration.toString(StandardCharsets.UTF_8);
        String written = OTHER_DATABASE.matcher(text).replaceAll("# $1");
        try {
            DurableFiles.replace(
                    home.configuration(),
                    written.getBytes(StandardCharsets.UTF_8),
                    DurableFiles.OWNER_ONLY);
            DurableFiles.syncFolder(home.path());
        } catch (IOException e) {
            throw unusable(e);
        }
        return !written.equals(text);
    }

    private void beginTable(String folder) {
        Manifest.Table next = tables.get(folder);
        if (next == null) {
            throw new Fault(BackupFault.DATABASE_FAILED, folder);
        }
        if (!next.equals(table)) {
            endTable();
            try {
                load.begin(next);
            } catch (SQLException e) {
                throw failed(e);
            }
            table = next;
        }
    }

    private void endTable() {
        Manifest.Table ended = table;
        table = null;
        if (ended == null) {
            return;
        }
        try {
            if (load.end() != ended.rows()) {
                throw new Fault(BackupFault.DATABASE_FAILED, ended.folder());
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void beginFile(String name) {
        Path file = home.path().resolve(name).normalize();
        boolean key = file.startsWith(home.keys());
        boolean open =
                file.startsWith(home.log())
                        || file.startsWith(home.published())
                        || home.given().stream().anyMatch(file::startsWith);
        if (!key && !open) {
            throw new Fault(StoreFault.HOME_UNUSABLE, home.path(), name);
        }
        try {
            makeFolder(file.resolveSibling("").normalize(), key ? OWNER_FOLDER : ALL_FOLDER);
            channel =
                    FileChannel.open(
                            file,
                            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(OWNER));
            Files.setPosixFilePermissions(file, key ? OWNER : ALL_READ);
        } catch (IOException | UncheckedIOException e) {
            throw unusable(e);
        }
    }

    private static void makeFolder(Path folder, Set<PosixFilePermission> permissions)
            throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.getParent();
        if (above != null) {
            makeFolder(above, permissions);
        }
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, permissions);
        if (above != null) {
            DurableFiles.syncFolder(above);
        }
    }

    private Fault unusable(Exception e) {
        return new Fault(e, StoreFault.HOME_UNUSABLE, home.path(), String.valueOf(e.getMessage()));
    }

    private static Fault failed(SQLException e) {
        return new Fault(e, BackupFault.DATABASE_FAILED, String.valueOf(e.getMessage()));
    }
}
