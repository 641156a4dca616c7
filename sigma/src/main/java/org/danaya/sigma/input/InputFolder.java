package org.danaya.sigma.input;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds all files below a folder, of any name, in the order of their paths. Links are followed
 * after everything else, and to what wasn't found yet: nothing is found twice, and loops end.
 */
public final class InputFolder {

    /** What stands below a folder. */
    public sealed interface Found {
        Path path();
    }

    /** A file, or a link to one. Whether it can be opened isn't known yet. */
    public record InFolder(Path path) implements Found {}

    /** Something that is left out. */
    public record LeftOut(Path path, Why why) implements Found {}

    /** Why something below a folder is left out. The codes are stable. */
    public enum Why {
        UNREADABLE("folder.unreadable", "a folder that can't be listed"),
        AGAIN("folder.again", "a link to what is read already"),
        DANGLING("folder.dangling", "a link to nothing"),
        SPECIAL("folder.special", "a pipe, a socket or a device"),
        DEVICE("file.device", "a device, which may never end");

        private final String code;
        private final String about;

        Why(String code, String about) {
            this.code = code;
            this.about = about;
        }

        public String code() {
            return code;
        }

        /** What it means, in English. */
        public String about() {
            return about;
        }
    }

    /** The bits of a mode that tell a file's type, and two of them (POSIX.1-2024, sys/stat.h). */
    private static final int TYPE = 0xf000;

    private static final int CHARACTERS = 0x2000;
    private static final int BLOCKS = 0x6000;

    private final List<Found> found = new ArrayList<>();
    private final Deque<Path> links = new ArrayDeque<>();

    /** Files and folders, as the file system knows them. */
    private final Set<Object> known = new HashSet<>();

    private InputFolder() {}

    /**
     * Everything below a folder; of anything else, be it a pipe, itself. A device is left out: some
     * never end, and none holds a file of events.
     *
     * @throws IOException if there is no such path
     */
    public static List<Found> walk(Path folder) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class);
        if (!attributes.isDirectory()) {
            return List.of(
                    attributes.isOther() && isDevice(folder)
                            ? new LeftOut(folder, Why.DEVICE)
                            : new InFolder(folder));
        }
        InputFolder walk = new InputFolder();
        walk.target(folder, attributes);
        while (!walk.links.isEmpty()) {
            walk.follow(walk.links.removeFirst());
        }
        walk.found.sort(Comparator.comparing(Found::path));
        return List.copyOf(walk.found);
    }

    private static boolean isDevice(Path path) throws IOException {
        try {
            int type = (int) Files.getAttribute(path, "unix:mode") & TYPE;
            return type == CHARACTERS || type == BLOCKS;
        } catch (UnsupportedOperationException e) {
            // There are none where files have no mode.
            return false;
        }
    }

    private void follow(Path link) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(link, BasicFileAttributes.class);
        } catch (IOException e) {
            leaveOut(link, Why.DANGLING);
            return;
        }
        if (known.contains(key(link, attributes))) {
            leaveOut(link, Why.AGAIN);
        } else {
            target(link, attributes);
        }
    }

    /** What a link leads to. */
    private void target(Path path, BasicFileAttributes attributes) throws IOException {
        if (!attributes.isDirectory()) {
            file(path, attributes);
            return;
        }
        known.add(key(path, attributes));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                Files.walkFileTree(entry, new Visitor());
            }
        } catch (IOException | DirectoryIteratorException e) {
            leaveOut(path, Why.UNREADABLE);
        }
    }

    private void file(Path path, BasicFileAttributes attributes) throws IOException {
        if (attributes.isRegularFile()) {
            known.add(key(path, attributes));
            found.add(new InFolder(path));
        } else {
            leaveOut(path, Why.SPECIAL);
        }
    }

    private void leaveOut(Path path, Why why) {
        found.add(new LeftOut(path, why));
    }

    private static Object key(Path path, BasicFileAttributes attributes) throws IOException {
        Object key = attributes.fileKey();
        return key == null ? path.toRealPath() : key;
    }

    /** Goes through folders without following links. */
    private final class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
                throws IOException {
            if (known.add(key(path, attributes))) {
                return FileVisitResult.CONTINUE;
            }
            leaveOut(path, Why.AGAIN);
            return FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
                throws IOException {
            if (attributes.isSymbolicLink()) {
                links.add(path);
            } else {
                file(path, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failed) {
            leaveOut(path, Why.UNREADABLE);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path path, @Nullable IOException failed) {
            if (failed != null) {
                leaveOut(path, Why.UNREADABLE);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
