package org.danaya.trust.seal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.base.SecretFile;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.validation.SignedFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals files through a platform's API, with an API key: exits 0 where all are sealed, 1 where the
 * server refused one or the key, 2 where it was used wrongly, 3 where the server failed. Stops at
 * the first failure and where the key is refused; what is sealed by then is written.
 */
@Command(name = "sign", mixinStandardHelpOptions = true)
public final class SignCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "sign-file")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--server", required = true, paramLabel = "URL", descriptionKey = "sign-server")
    private URI server = URI.create("");

    @Option(
            names = "--key-file",
            required = true,
            paramLabel = "FILE",
            descriptionKey = "sign-key-file")
    private String keyFile = "";

    @Option(names = "--ca", paramLabel = "FILE", descriptionKey = "sign-ca")
    private @Nullable Path authorities;

    @Option(names = "--as", paramLabel = "STRUCTURE", descriptionKey = "sign-as")
    private @Nullable String structure;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            descriptionKey = "sign-format",
            converter = Formats.class,
            completionCandidates = Formats.class)
    private @Nullable SignatureForm format;

    @Option(names = "--level", paramLabel = "LEVEL", descriptionKey = "sign-level")
    private @Nullable SignatureLevel level;

    @Option(names = "--out", paramLabel = "PATH", descriptionKey = "sign-out")
    private @Nullable Path out;

    @Option(names = "--overwrite", descriptionKey = "sign-overwrite")
    private boolean overwrite;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Invocation invocation;

    /** Formats by the codes of the API, such as {@code asic-e-xades}. */
    static final class Formats implements ITypeConverter<SignatureForm>, Iterable<String> {

        @Override
        public SignatureForm convert(String text) {
            return Arrays.stream(SignatureForm.values())
                    .filter(each -> each.code().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(text));
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(SignatureForm.values()).map(SignatureForm::code).iterator();
        }
    }

    SignCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Terminal terminal = invocation.terminal();
        if (!SealClient.isSafe(server)) {
            return terminal.wrongUse("seal.command.wrong-server", server);
        }
        if (out != null && files.size() > 1 && !Files.isDirectory(out)) {
            return terminal.wrongUse("seal.command.folder", out);
        }
        Optional<PrivateTrust> trust = Optional.ofNullable(authorities).flatMap(PrivateTrust::in);
        if (authorities != null && trust.isEmpty()) {
            return terminal.wrongUse("seal.command.no-ca", authorities);
        }
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new Fault(
                        SealFault.FILE_UNUSABLE, file, Files.exists(file) ? "EACCES" : "ENOENT");
            }
        }
        Secret key = key();
        if (!key.reveal().startsWith("danaya_")) {
            return terminal.wrongUse("seal.command.no-key", keyFile);
        }
        int code = Terminal.DONE;
        try (SealClient client =
                new SealClient(
                        server,
                        key,
                        terminal.language(),
                        trust,
                        seconds -> terminal.complain("seal.command.waits", seconds))) {
            for (Path file : files) {
                End end = seal(client, file, terminal);
                code = end == End.SEALED ? code : Terminal.NEGATIVE;
                if (end == End.REFUSED_ALL) {
                    break;
                }
            }
        }
        return code;
    }

    private enum End {
        SEALED,
        REFUSED,
        REFUSED_ALL
    }

    private End seal(SealClient client, Path file, Terminal terminal) {
        // Before anything is sealed: a seal that can't be written would be put for nothing.
        SignatureForm form = format == null ? Seals.form(beginning(file)) : format;
        if (taken(target(file, form.code()), terminal)) {
            return End.REFUSED;
        }
        return switch (client.seal(file, options())) {
            case SealClient.Answer.Refused(String sentence, String code, boolean always) -> {
                if (json) {
                    print(terminal, file, Map.of("refused", code, "sentence", sentence));
                } else {
                    terminal.complain("fault.seal.refused", sentence, code);
                }
                yield always ? End.REFUSED_ALL : End.REFUSED;
            }
            case SealClient.Answer.Sealed(
                            byte[] bytes,
                            String seal,
                            String made,
                            String reached) -> {
                Path target = target(file, made);
                write(target, bytes);
                if (json) {
                    Map<String, String> facts = new LinkedHashMap<>();
                    facts.put("sealed", target.toString());
                    facts.put("seal", seal);
                    facts.put("format", made);
                    facts.put("level", reached);
                    print(terminal, file, facts);
                } else {
                    terminal.say("seal.command.done", target, made, reached);
                }
                yield End.SEALED;
            }
        };
    }

    private static SignedFile beginning(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new SignedFile(String.valueOf(file.getFileName()), in.readNBytes(1_024));
        } catch (IOException e) {
            throw new Fault(e, SealFault.FILE_UNUSABLE, file, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        if (structure != null) {
            options.put("structure", structure);
        }
        if (format != null) {
            options.put("format", format.code());
        }
        if (level != null) {
            options.put("level", level.code());
        }
        return options;
    }

    /** Where a sealed file is written: {@code contrat.pdf} becomes {@code contrat.sealed.pdf}. */
    Path target(Path file, String made) {
        if (out != null && !Files.isDirectory(out)) {
            return out;
        }
        String name = String.valueOf(file.getFileName());
        String ending =
                switch (made) {
                    case "pades" -> ".pdf";
                    case "xades" -> ".xml";
                    case "cades" -> ".p7m";
                    case "jades" -> ".json";
                    default -> ".asice";
                };
        String bare =
                name.toLowerCase(Locale.ROOT).endsWith(ending)
                        ? name.substring(0, name.length() - ending.length())
                        : name;
        return out == null
                ? file.resolveSibling(bare + ".sealed" + ending)
                : out.resolve(bare + ".sealed" + ending);
    }

    private boolean taken(Path target, Terminal terminal) {
        if (overwrite || Files.notExists(target)) {
            return false;
        }
        terminal.complain("seal.command.exists", target);
        return true;
    }

    private static void write(Path target, byte[] bytes) {
        try {
            DurableFiles.replace(target, bytes, DurableFiles.ALL_READ);
        } catch (IOException | UnsupportedOperationException e) {
            throw new Fault(e, SealFault.FILE_UNUSABLE, target, String.valueOf(e.getMessage()));
        }
    }

    /** From a file or standard input alone: arguments are seen by everybody on the machine. */
    private Secret key() {
        if (!keyFile.equals(STANDARD_INPUT)) {
            return SecretFile.read(Path.of(keyFile));
        }
        try {
            String line =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
            return Secret.of(line == null ? "" : line.strip());
        } catch (IOException e) {
            throw new Fault(
                    e, SealFault.FILE_UNUSABLE, STANDARD_INPUT, String.valueOf(e.getMessage()));
        }
    }

    private static void print(Terminal terminal, Path file, Map<String, String> facts) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("file", file.toString());
        line.putAll(facts);
        terminal.print(new JsonMapper().writeValueAsString(line));
    }
}
