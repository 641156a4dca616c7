package org.danaya.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The processor time of a server and of the PostgreSQL below it, by the kernel's count. On a
 * machine that others use too, time on the clock says little; this says what an answer costs.
 */
final class ServerCpu {

    /** Fields of {@code /proc/PID/stat}, counted behind the name in parentheses. */
    private static final int USER_TIME = 11;

    /** The kernel tells these times in hundredths of a second. */
    private static final double TICKS_PER_SECOND = 100;

    private final ProcessHandle server;

    /**
     * @param pid of the server
     */
    ServerCpu(long pid) {
        this.server = ProcessHandle.of(pid).orElseThrow();
    }

    /** Seconds that were used so far. */
    record Used(double program, double database) {

        /** What so many answers cost since then, and how many a core could give at that price. */
        String told(Used before, long answers) {
            double one = (program - before.program) * 1e6 / answers;
            double other = (database - before.database) * 1e6 / answers;
            return String.format(
                    Locale.ROOT,
                    "%.1f µs of the program and %.1f µs of PostgreSQL each: one core gives %,.0f/s",
                    one,
                    other,
                    1e6 / (one + other));
        }
    }

    Used used() throws IOException {
        double database = 0;
        List<ProcessHandle> below = server.descendants().toList();
        for (ProcessHandle process : below) {
            database += seconds(process.pid(), true);
        }
        return new Used(seconds(server.pid(), false), database);
    }

    /**
     * @param children whether those count that have ended
     */
    private static double seconds(long pid, boolean children) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int i = 0; i < (children ? 4 : 2); i++) {
                ticks += Long.parseLong(fields[USER_TIME + i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (NoSuchFileException _) {
            return 0;
        }
    }
}
