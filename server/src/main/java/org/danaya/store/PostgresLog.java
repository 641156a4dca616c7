package org.danaya.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** The embedded server's log. */
final class PostgresLog {

    private static final long SIZE_LIMIT = 16L << 20;
    private static final int TAIL = 4096;
    private static final Pattern COMPLAINT = Pattern.compile("^.*(FATAL|PANIC|error):\\s*");

    private PostgresLog() {}

    /** How long the log is. */
    static long length(Path log) throws IOException {
        return Files.exists(log) ? Files.size(log) : 0;
    }

    /**
     * The last thing that PostgreSQL complained of, without time and place.
     *
     * @param from where in the log to begin
     */
    static String lastComplaint(Path log, long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(from, file.length() - TAIL));
            byte[] tail = new byte[TAIL];
            int length = Math.max(0, file.read(tail));
            List<String> lines =
                    new String(tail, 0, length, StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList();
            return lines.reversed().stream()
                    .filter(line -> COMPLAINT.matcher(line).find())
                    .findFirst()
                    .map(line -> COMPLAINT.matcher(line).replaceFirst(""))
                    .orElse(String.join(" ", lines));
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /**
     * Begins a new log when this one is long, and keeps one before it. The server may go on
     * writing: it adds to the end, wherever the end is.
     */
    static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > SIZE_LIMIT) {
            Files.copy(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
            try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
                file.setLength(0);
            }
        }
    }
}
