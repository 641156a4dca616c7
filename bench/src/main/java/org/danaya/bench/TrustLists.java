package org.danaya.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long the status of so many certificates takes to be read at a start, and from the revocation
 * of them all to two lists of them on the disk; the server and its database pinned to one core.
 *
 * <p>Arguments: certificates (1,000,000). Goals: 10 s each.
 */
public final class TrustLists {

    private TrustLists() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        String count = arguments.length > 0 ? arguments[0] : "1000000";
        System.out.println(Machine.describe());
        Path folder = Files.createTempDirectory("danaya-lists-bench-");
        Process server = Pinned.java(0, TrustServer.class, count, folder.toString(), "list");
        server.inputReader()
                .lines()
                .filter(line -> line.startsWith("start") || line.startsWith("lists"))
                .forEach(System.out::println);
        server.waitFor();
    }
}
