package org.danaya.verify;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Where a log's files are read from: a folder, a web server, a test's map. */
@FunctionalInterface
public interface TileSource {

    /** The longest file that a source needs to give. */
    int MAX_BYTES = 64 << 20;

    /**
     * The bytes of one file, or nothing where it is not there.
     *
     * @param path below the log's prefix, such as {@code checkpoint} or {@link TilePath#path}
     * @throws IOException where it cannot be known, or the file is longer than {@link #MAX_BYTES}
     */
    Optional<byte[]> read(String path) throws IOException;

    /**
     * The widths of the partial tiles that lie beside a tile, where the source can list them.
     *
     * @param tile of any width
     */
    default List<Integer> partialWidths(TilePath tile) throws IOException {
        return List.of();
    }

    /** A log that lies in a folder, as a web server would serve it. */
    static TileSource directory(Path folder) {
        return new DirectoryTiles(folder);
    }

    /**
     * The tile, or as much of the full tile in its place: a log may delete a partial tile once the
     * full one is there (tlog-tiles, "Partial Tiles").
     */
    default Optional<byte[]> hashes(TilePath.Hashes tile) throws IOException {
        Optional<byte[]> exact = read(tile.path());
        if (exact.isPresent() || tile.isFull()) {
            return exact;
        }
        return read(tile.withWidth(TilePath.FULL).path())
                .filter(full -> full.length == TreeHasher.TILE_BYTES)
                .map(full -> Arrays.copyOf(full, tile.bytes()));
    }
}

/** A log's files in a folder. */
record DirectoryTiles(Path folder) implements TileSource {

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        Path file = below(path);
        try {
            if (Files.isDirectory(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new IOException(path + " has more than " + MAX_BYTES + " bytes");
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<Integer> partialWidths(TilePath tile) throws IOException {
        List<Integer> widths = new ArrayList<>();
        Path partials = below(tile.withWidth(TilePath.FULL).path() + ".p");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(partials)) {
            for (Path file : files) {
                long width = Strict.decimal(file.getFileName().toString());
                if (width >= 1 && width < TilePath.FULL) {
                    widths.add((int) width);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        Collections.sort(widths);
        return List.copyOf(widths);
    }

    private Path below(String path) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new IOException(path + " is outside of the log's folder");
        }
        return file;
    }
}
