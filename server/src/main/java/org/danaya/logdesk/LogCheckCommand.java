package org.danaya.logdesk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.danaya.base.Fault;
import org.danaya.log.LogFault;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.verify.Opening;
import org.danaya.verify.Parsed;
import org.danaya.verify.Policy;
import org.danaya.verify.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a proof, an opening, or a ZIP of openings and the files that they commit to, against keys
 * that its reader trusts. Needs no installation.
 */
@Command(name = "check", mixinStandardHelpOptions = true)
final class LogCheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", descriptionKey = "log-check-file")
    private Path file = Path.of("");

    @Option(names = "--key", paramLabel = "KEY", descriptionKey = "log-check-key")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--policy", paramLabel = "FILE", descriptionKey = "log-check-policy")
    private @Nullable Path policy;

    @Option(names = "--leaf", paramLabel = "FILE", descriptionKey = "log-check-leaf")
    private @Nullable Path leaf;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Invocation invocation;

    LogCheckCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Terminal terminal = invocation.terminal();
        if (keys.isEmpty() && policy == null) {
            return terminal.wrongUse("log.check.no-key");
        }
        Policy trusted;
        try {
            trusted = policy();
        } catch (Fault e) {
            terminal.failure(e);
            return Terminal.WRONG_USE;
        }
        byte[] bytes = OutFile.read(file, ProofBundle.MOST_BYTES);
        if (ProofBundle.isOne(bytes)) {
            return bundle(bytes, trusted);
        }
        byte[] entry = leaf == null ? null : OutFile.read(leaf, 0xffff);
        ProofCheck.Result result = ProofCheck.check(bytes, entry, trusted);
        if (json) {
            terminal.print(new JsonMapper().writeValueAsString(facts(result)));
        } else {
            tell(result);
        }
        return switch (result) {
            case ProofCheck.Result.Proven _ -> Terminal.DONE;
            case ProofCheck.Result.Refused _ -> Terminal.NEGATIVE;
            case ProofCheck.Result.Undecided _ -> Terminal.FAILURE;
        };
    }

    private int bundle(byte[] zip, Policy trusted) {
        ProofBundle.Checked checked;
        try {
            checked = ProofBundle.check(zip, trusted);
        } catch (IOException e) {
            throw new Fault(e, LogFault.FILE_UNUSABLE, file, String.valueOf(e.getMessage()));
        }
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("outcome", checked.proven() ? "proven" : "not-proven");
            Map<String, Object> openings = new LinkedHashMap<>();
            checked.openings().forEach((name, result) -> openings.put(name, facts(result)));
            facts.put("openings", openings);
            Map<String, String> files = new LinkedHashMap<>();
            checked.files().forEach((name, as) -> files.put(name, as.orElse("")));
            facts.put("files", files);
            invocation.terminal().print(new JsonMapper().writeValueAsString(facts));
        } else {
            tell(checked);
        }
        return checked.proven()
                ? Terminal.DONE
                : checked.refused() ? Terminal.NEGATIVE : Terminal.FAILURE;
    }

    private void tell(ProofBundle.Checked checked) {
        Terminal terminal = invocation.terminal();
        if (checked.openings().isEmpty()) {
            terminal.complain("log.check.no-opening", Opening.FILE_EXTENSION);
        }
        checked.openings()
                .forEach(
                        (name, result) -> {
                            terminal.print(Terminal.shown(name));
                            tell(result);
                        });
        checked.files()
                .forEach(
                        (name, as) -> {
                            if (as.isPresent()) {
                                terminal.say("log.check.committed", Terminal.shown(name), as.get());
                            } else {
                                terminal.complain("log.check.uncommitted", Terminal.shown(name));
                            }
                        });
    }

    private static Map<String, Object> facts(ProofCheck.Result result) {
        Map<String, Object> facts = new LinkedHashMap<>();
        switch (result) {
            case ProofCheck.Result.Proven proven -> {
                facts.put("outcome", "proven");
                facts.put("origin", proven.origin());
                facts.put("index", proven.index());
                facts.put("size", proven.size());
                facts.put("signers", proven.signers());
                proven.leaf()
                        .ifPresent(
                                known -> {
                                    facts.put("kind", known.kind());
                                    facts.put("time", known.time().toString());
                                });
                proven.content()
                        .ifPresent(
                                content ->
                                        facts.put(
                                                "content",
                                                new String(content, StandardCharsets.UTF_8)));
            }
            case ProofCheck.Result.Refused(var reason, String detail) -> {
                facts.put("outcome", "refused");
                facts.put("reason", reason.code());
                facts.put("detail", detail);
            }
            case ProofCheck.Result.Undecided(var reason, String detail) -> {
                facts.put("outcome", "undecided");
                facts.put("reason", reason.code());
                facts.put("detail", detail);
            }
        }
        return facts;
    }

    private void tell(ProofCheck.Result result) {
        Terminal terminal = invocation.terminal();
        switch (result) {
            case ProofCheck.Result.Proven proven -> {
                terminal.say(
                        "log.check.proven",
                        proven.origin(),
                        proven.index(),
                        proven.size(),
                        String.join(", ", proven.signers()));
                proven.leaf()
                        .ifPresent(
                                known ->
                                        terminal.say(
                                                "log.check.leaf",
                                                known.kind(),
                                                known.time().toString()));
                proven.content()
                        .ifPresent(
                                content -> {
                                    terminal.say("log.check.content");
                                    terminal.print(new String(content, StandardCharsets.UTF_8));
                                });
            }
            case ProofCheck.Result.Refused(var reason, String detail) ->
                    terminal.complain("log.check.refused", reason.code(), detail);
            case ProofCheck.Result.Undecided(var reason, String detail) ->
                    terminal.complain("log.check.undecided", reason.code(), detail);
        }
    }

    private Policy policy() {
        List<VerifierKey> parsed = keys.stream().map(LogCheckCommand::key).toList();
        Path given = policy;
        if (given == null) {
            return Policy.of(parsed.toArray(VerifierKey[]::new));
        }
        return switch (Policy.parse(OutFile.read(given, Policy.MAX_BYTES))) {
            case Parsed.Ok<Policy>(Policy read) -> read.withLogs(parsed);
            case Parsed.Malformed<Policy>(var reason, int line, int _, String detail) ->
                    throw new Fault(LogFault.FILE_UNUSABLE, given, "line " + line + ": " + detail);
        };
    }

    private static VerifierKey key(String text) {
        return switch (VerifierKey.parse(text)) {
            case Parsed.Ok<VerifierKey>(VerifierKey key) -> key;
            case Parsed.Malformed<VerifierKey>(var _, int _, int _, String detail) ->
                    throw new Fault(LogFault.KEY_UNREADABLE, detail);
        };
    }
}
