package org.danaya.trust.timestamp;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.base.Sha256;
import org.danaya.edge.EdgeSettings;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.trust.validation.TimestampCheck;
import org.danaya.trust.validation.ValidationConfiguration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks an RFC 3161 service for timestamps of files, or checks a token that somebody has. Exits 0
 * where all were given or the token holds, 1 where a service refuses or the token doesn't hold.
 */
@Command(name = "timestamp", mixinStandardHelpOptions = true)
public final class TimestampCommand implements Callable<Integer> {

    private static final int MOST_TOKEN = 1 << 20;
    private static final int PIECE = 1 << 16;

    @Mixin private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "timestamp-file")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--server", paramLabel = "URL", descriptionKey = "timestamp-server")
    private @Nullable URI server;

    @Option(names = "--verify", paramLabel = "TOKEN", descriptionKey = "timestamp-verify")
    private @Nullable Path token;

    @Option(names = "--anchors", paramLabel = "FOLDER", descriptionKey = "timestamp-anchors")
    private @Nullable Path anchors;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Invocation invocation;
    private final List<Map<String, Object>> told = new ArrayList<>();

    TimestampCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Settings settings = invocation.settings(home);
        Terminal terminal = invocation.terminal();
        if (token != null && files.size() != 1) {
            return terminal.wrongUse("timestamp.command.one");
        }
        boolean good = token == null ? ask(settings, terminal) : verify(settings, terminal, token);
        if (json) {
            terminal.print(JsonMapper.builder().build().writeValueAsString(told));
        }
        return good ? Terminal.DONE : Terminal.NEGATIVE;
    }

    private boolean ask(Settings settings, Terminal terminal) {
        URI service =
                server == null
                        ? URI.create("http://127.0.0.1:" + settings.get(EdgeSettings.PORT) + "/tsa")
                        : server;
        if (!String.valueOf(service.getScheme()).matches("https?")) {
            throw new Fault(TimestampFault.NO_ANSWER, service, "URL");
        }
        files.forEach(file -> refuseToReplace(answer(file)));
        boolean all = true;
        try (TimestampClient client = new TimestampClient(service, new SecureRandom())) {
            for (Path file : files) {
                byte[] hash = hash(file, Sha256.begin());
                switch (client.ask(hash)) {
                    case TimestampClient.Answer.Granted(byte[] response, byte[] _) -> {
                        write(answer(file), response);
                        tell(file, "granted", Map.of("answer", answer(file).toString()));
                        say(terminal, "timestamp.command.granted", file, answer(file));
                    }
                    case TimestampClient.Answer.Refused(String said) -> {
                        all = false;
                        tell(file, "refused", Map.of("said", said));
                        say(terminal, "timestamp.command.refused", file, said);
                    }
                }
            }
        }
        return all;
    }

    private boolean verify(Settings settings, Terminal terminal, Path path) {
        Path file = files.getFirst();
        Path folder = anchors == null ? ValidationConfiguration.anchors(settings) : anchors;
        TimestampCheck.Outcome outcome =
                TimestampClient.token(small(path))
                        .map(given -> checked(given, file, folder))
                        .orElseGet(() -> fails(TimestampCheck.Why.UNREADABLE));
        return switch (outcome) {
            case TimestampCheck.Outcome.Holds(Instant time, String unit, boolean known) -> {
                tell(
                        file,
                        "holds",
                        Map.of("time", time.toString(), "unit", unit, "statusKnown", known));
                say(terminal, "timestamp.command.holds", file, time, unit);
                if (!known) {
                    say(terminal, "timestamp.command.status");
                }
                yield true;
            }
            case TimestampCheck.Outcome.Fails(TimestampCheck.Why why, String indication) -> {
                tell(file, why.code(), Map.of("indication", indication));
                say(terminal, "timestamp.command.fails." + why.code(), file, folder, indication);
                yield false;
            }
        };
    }

    /** By the digest that the token has: whoever asked for it chose. */
    private static TimestampCheck.Outcome checked(byte[] token, Path file, Path folder) {
        try {
            return TimestampClient.imprint(token)
                    .map(
                            imprint ->
                                    new TimestampCheck(folder, Clock.systemUTC().instant())
                                            .of(
                                                    token,
                                                    imprint.algorithm(),
                                                    hash(file, imprint.begin())))
                    .orElseGet(() -> fails(TimestampCheck.Why.OLD_DIGEST));
        } catch (IllegalArgumentException _) {
            return fails(TimestampCheck.Why.UNREADABLE);
        }
    }

    private static TimestampCheck.Outcome fails(TimestampCheck.Why why) {
        return new TimestampCheck.Outcome.Fails(why);
    }

    private void say(Terminal terminal, String key, Object... facts) {
        if (!json) {
            terminal.say(key, facts);
        }
    }

    private void tell(Path file, String outcome, Map<String, Object> more) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file.toString());
        line.put("outcome", outcome);
        line.put("sha256", HexFormat.of().formatHex(hash(file, Sha256.begin())));
        line.putAll(new java.util.TreeMap<>(more));
        told.add(line);
    }

    private static Path answer(Path file) {
        return file.resolveSibling(file.getFileName() + ".tsr");
    }

    private static void refuseToReplace(Path answer) {
        if (Files.exists(answer)) {
            throw new Fault(TimestampFault.FILE_THERE, answer);
        }
    }

    private static void write(Path answer, byte[] response) {
        try {
            Files.write(answer, response, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw unusable(e, answer);
        }
    }

    private static byte[] hash(Path file, MessageDigest digest) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
            return digest.digest();
        } catch (IOException e) {
            throw unusable(e, file);
        }
    }

    private static byte[] small(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(MOST_TOKEN);
        } catch (IOException e) {
            throw unusable(e, path);
        }
    }

    private static Fault unusable(IOException e, Path file) {
        return new Fault(e, TimestampFault.FILE_UNUSABLE, file, e.getClass().getSimpleName());
    }
}
