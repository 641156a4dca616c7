package org.danaya.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Processes that run on one core each, by {@code taskset}. */
final class Pinned {

    private Pinned() {}

    /** Starts a class of the bench on a core; what it says to its error stream is shown. */
    static Process java(int core, Class<?> main, String... arguments) throws IOException {
        return java(core, main.getName(), arguments);
    }

    /** The same of a class that this module can't see. */
    static Process java(int core, String main, String... arguments) throws IOException {
        return java(Integer.toString(core), main, arguments);
    }

    /** Runs a program of its own on some cores: a list with commas. */
    static Process java(String cores, String main, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "taskset",
                                "-c",
                                cores,
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:+UseSerialGC",
                                "-Xmx2g",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Prints what a server says until it says where it is ready. */
    static URI ready(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("ready ")) {
                return URI.create(line.substring("ready ".length()));
            }
            System.out.println(line);
        }
        throw new IOException("The server ended");
    }
}
