package org.danaya.sigma.rule;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads files and whole folders of rules, several at a time. */
public final class RuleFolder {
    /** The most files of one folder and those below. */
    public static final int MOST_FILES = 1_000_000;

    private RuleFolder() {}

    /**
     * The documents of the files, and of all files that end in {@code .yml} or {@code .yaml} in the
     * folders and below, in the order of their paths whatever the number of threads; each file
     * once, however often it's reached. Of links to folders, only one that was named is followed. A
     * file that was named itself is read whatever its name is. What can't be listed or read is a
     * refusal.
     */
    public static List<Read> read(RuleReader reader, List<Path> paths) {
        return all(paths, reader::read, refused -> refused);
    }

    /** The same with what was written. */
    public static List<Written> readWithYaml(RuleReader reader, List<Path> paths) {
        return all(
                paths,
                reader::readWithYaml,
                refused -> new Written(null, refused.source(), refused));
    }

    private static <T> List<T> all(
            List<Path> paths,
            Function<Path, List<T>> read,
            Function<Read.Refused, ? extends T> refuse) {
        List<Read.Refused> unlisted = new ArrayList<>();
        Map<Path, Path> files = new LinkedHashMap<>();
        for (Path path : paths) {
            List<Path> here = Files.isDirectory(path) ? list(path, unlisted) : List.of(path);
            here.forEach(file -> files.putIfAbsent(file.toAbsolutePath().normalize(), file));
        }
        List<T> all =
                new ArrayList<>(
                        List.copyOf(files.values()).parallelStream()
                                .map(read)
                                .flatMap(List::stream)
                                .toList());
        unlisted.forEach(refused -> all.add(refuse.apply(refused)));
        return all;
    }

    private static List<Path> list(Path folder, List<Read.Refused> unlisted) {
        List<Path> files = new ArrayList<>();
        // Of links, the one that was named is followed alone.
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                walk(entry, files, unlisted);
                if (files.size() > MOST_FILES) {
                    files.removeLast();
                    unlisted.add(tooMany(folder));
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            unlisted.add(unreadable(folder, e));
        }
        files.sort(null);
        return files;
    }

    /** Finds files until there is one too many. */
    private static void walk(Path entry, List<Path> files, List<Read.Refused> unlisted)
            throws IOException {
        Files.walkFileTree(
                entry,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        boolean regular = attributes.isRegularFile() || Files.isRegularFile(file);
                        if (!isRuleFile(file) || !regular) {
                            return FileVisitResult.CONTINUE;
                        }
                        files.add(file);
                        return files.size() > MOST_FILES
                                ? FileVisitResult.TERMINATE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        unlisted.add(unreadable(file, e));
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static boolean isRuleFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    private static Read.Refused tooMany(Path folder) {
        return new Read.Refused(
                folder.toString(),
                new Header.Source(folder.toString(), 0, 1),
                0,
                Cause.FILE_TOO_LARGE,
                "",
                "The folder holds more than " + MOST_FILES + " files; those behind weren't read");
    }

    private static Read.Refused unreadable(Path path, Exception e) {
        return new Read.Refused(
                path.toString(),
                new Header.Source(path.toString(), 0, 1),
                0,
                Cause.FILE_UNREADABLE,
                e.getClass().getSimpleName(),
                "The file can't be read: " + e);
    }
}
