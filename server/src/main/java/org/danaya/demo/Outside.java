package org.danaya.demo;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.danaya.base.Fault;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who trusts nothing but a pinned anchor: asks the public pages over HTTP, and a verifier
 * in a process of its own that has no network and knows only files.
 */
final class Outside implements AutoCloseable {

    /** The name of the file by which a proof is checked. */
    static final String POLICY = "policy";

    private static final long PATIENCE_SECONDS = 60;
    private static final JsonMapper JSON = new JsonMapper();

    private final Visitor citizen;
    private final Path folder;
    private final Path anchor;
    private final Path snapshot;

    /** Takes the anchor, as one does once, from a hand that one trusts. */
    Outside(Stage stage) {
        this.citizen = stage.visitor();
        this.folder = stage.folder();
        this.anchor = folder.resolve("anchor.json");
        this.snapshot = folder.resolve("snapshot");
        Waiting.until(
                "anchor.json",
                () -> {
                    try {
                        write(anchor, citizen.download("/verify/anchor.json"));
                        return true;
                    } catch (Fault _) {
                        return false;
                    }
                });
    }

    /** Fetches what a verifier without a network takes along. */
    void prepare() {
        write(snapshot, citizen.download("/verify/snapshot"));
    }

    /** The verdict of the page on a typed code. */
    String typed(String code) {
        return verdict(citizen.go("/verify").type("code", code).submit());
    }

    /** The verdict of the page on a file. */
    String dropped(Path file) {
        return verdict(citizen.go("/verify").upload("file", name(file), read(file)).submit());
    }

    /** What the delegation's page says of a name. */
    boolean isMember(long delegation, String name) {
        citizen.go("/delegations/" + delegation).type("name", name).submit();
        return !citizen.first("section[aria-labelledby=answer]").text().contains("ne figure pas");
    }

    /** The verdict of {@code danaya verify} on a file, without a network. */
    String offline(Path file) {
        prepare();
        Ended ended =
                run(
                        "verify",
                        "--json",
                        "--anchor",
                        anchor.toString(),
                        "--snapshot",
                        snapshot.toString(),
                        "--memory",
                        folder.resolve("seen").toString(),
                        file.toString());
        return JSON.readTree(ended.said()).path("answers").path(0).path("verdict").asString("");
    }

    /** Whether a mandate has a power left. */
    boolean holds(String code, String power) {
        return facts(code)
                .path("mandate")
                .path("remaining")
                .valueStream()
                .anyMatch(each -> each.asString("").equals(power));
    }

    private JsonNode facts(String code) {
        return JSON.readTree(citizen.download("/api/v1/mandates/" + code.replace("-", "")));
    }

    /**
     * The same once the next snapshot is out, which takes a minute at most.
     *
     * @param expected after which nothing more is waited for
     */
    String offlineSoon(Path file, String expected) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        String found = offline(file);
        while (!found.equals(expected) && System.nanoTime() < end) {
            found = offline(file);
        }
        return found;
    }

    /**
     * Whether the log proves that a mandate was signed in public: fetched over HTTP, checked
     * without a network by the policy of the anchor.
     */
    boolean proves(String code, Path proof) {
        write(proof, bytes(facts(code).path("proof").path("tlogProof").asString("")));
        return checks(proof);
    }

    /** Whether the log proves, without a network, that an observation was examined. */
    boolean examined(byte[] zip) {
        Path opening = folder.resolve("reponse.danaya-opening");
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(".danaya-opening")) {
                    write(opening, in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return checks(opening);
    }

    /** The signed file of a published text. */
    Path text(String slug) {
        Path file = folder.resolve("strategie-signee.pdf");
        write(file, citizen.download("/texts/" + slug + "/signed.pdf"));
        return file;
    }

    /** Whether a proof holds by the policy of the anchor. */
    private boolean checks(Path proof) {
        JsonNode pinned = JSON.readTree(read(anchor));
        Path policy = folder.resolve(POLICY);
        write(
                policy,
                bytes(
                        pinned.path("policy").asString("")
                                + "log "
                                + pinned.path("log").asString("")
                                + "\n"));
        return run("log", "check", proof.toString(), "--policy", policy.toString()).code() == 0;
    }

    /**
     * What a command ended with.
     *
     * @param said its first line
     */
    private record Ended(int code, String said) {}

    /** Runs a command of this program in a process of its own. */
    private static Ended run(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "org.danaya.app.Danaya"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (BufferedReader out = process.inputReader()) {
                String said = Objects.requireNonNullElse(out.readLine(), "{}");
                return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        ? new Ended(process.exitValue(), said)
                        : new Ended(-1, "{}");
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(-1, "{}");
        }
    }

    /** Whether anybody who validates a signed file is told that it holds. */
    boolean validates(Path file) {
        return citizen.go("/validate")
                .upload("file", name(file), read(file))
                .submit()
                .sees("valable");
    }

    @Override
    public void close() {
        citizen.close();
    }

    private static String verdict(Visitor page) {
        Element shown = page.page().selectFirst("[data-verdict]");
        return shown == null ? "" : shown.attr("data-verdict");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
