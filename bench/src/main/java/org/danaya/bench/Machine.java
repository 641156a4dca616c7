package org.danaya.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The machine that a figure was measured on; without it a figure says nothing. */
public final class Machine {

    private Machine() {}

    /** One line: cores, processor, memory, kernel, Java, load at the start, date. */
    public static String describe() throws IOException {
        return "%d cores of %s, %s, Linux %s, Java %s, load %s, %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        field("/proc/cpuinfo", "model name"),
                        field("/proc/meminfo", "MemTotal"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.version"),
                        Files.readString(Path.of("/proc/loadavg")).substring(0, 4),
                        LocalDate.now(Clock.systemUTC()));
    }

    /** Prints the line. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(describe());
    }

    private static String field(String file, String name) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(file));
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
