package org.danaya.verify;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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
