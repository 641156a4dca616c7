package org.danaya.log.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TilePath;
import org.danaya.verify.TileSource;

/** The log's files as anybody may fetch them (C2SP tlog-tiles), and how they get there. */
public final class LogFolder {

    /** How many folders are remembered as durable; beyond it, remembering starts again. */
    private static final int REMEMBERED = 10_000;

    private final Path path;
    private final Disk disk;
    private final Set<Path> durable = new HashSet<>();

    public LogFolder(Path path, Disk disk) {
        this.path = path;
        this.disk = disk;
    }

    public Path path() {
        return path;
    }

    public TileSource source() {
        return TileSource.directory(path);
    }

    /** The published checkpoint's bytes, or nothing before the first. */
    public Optional<byte[]> checkpoint() throws IOException {
        return source().read(Checkpoint.PATH);
    }

    /** Writes tiles and bundles. They are durable when this returns. */
    public void write(Map<TilePath, byte[]> files) throws IOException {
        Map<Path, byte[]> targets = new LinkedHashMap<>();
        Set<Path> folders = new LinkedHashSet<>();
        for (Map.Entry<TilePath, byte[]> file : files.entrySet()) {
            Path target = path.resolve(file.getKey().path());
            Path folder = Objects.requireNonNull(target.getParent());
            ensure(folder);
            targets.put(target, file.getValue());
            folders.add(folder);
        }
        disk.replace(targets);
        disk.syncFolders(folders);
    }

    /** Replaces the checkpoint. It is durable when this returns; before, readers may see it. */
    public void publish(SignedNote checkpoint) throws IOException {
        disk.replace(path.resolve(Checkpoint.PATH), checkpoint.toBytes());
        disk.syncFolder(path);
    }

    /**
     * Deletes the partial tiles of those that are full now (tlog-tiles, "Partial Tiles"). What
     * can't be deleted stays and does no harm.
     */
    public void dropPartials(Collection<TilePath> written) {
        for (TilePath tile : written) {
            if (tile.isFull()) {
                delete(path.resolve(tile.path() + ".p"));
            }
        }
    }

    /**
     * A folder that was there before this program started may not be durable yet: its maker may
     * have been killed before it synchronised the one above.
     */
    private void ensure(Path folder) throws IOException {
        if (durable.contains(folder)) {
            return;
        }
        disk.createFolders(folder);
        List<Path> above = new ArrayList<>();
        Path at = folder;
        while (!at.equals(path) && !durable.contains(at)) {
            above.add(at);
            at = Objects.requireNonNull(at.getParent());
            disk.syncFolder(at);
        }
        if (durable.size() > REMEMBERED) {
            durable.clear();
        }
        durable.addAll(above);
    }

    private void delete(Path partials) {
        durable.remove(partials);
        if (Files.notExists(partials)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(partials)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(partials);
        } catch (IOException _) {
            // A reader may hold it, or it is gone: nobody needs it either way.
        }
    }
}
