package org.danaya.trust.issuance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.danaya.base.Fault;
import org.danaya.log.AttachedLog;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.store.StoreSettings;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.Profiles;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.Parsed;
import org.danaya.verify.Policy;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TileSource;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifierKey;
import org.danaya.verify.WitnessedCheckpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows from the public log that no certificate skipped its approvals: on the installation, or
 * anywhere from a copy of the log's files and a file of disclosures.
 */
@Command(name = "audit-issuance", mixinStandardHelpOptions = true)
public final class AuditIssuanceCommand implements Callable<Integer> {

    private static final String PREFIX = "authority.";

    @Mixin private HomeOption home = new HomeOption();

    @Option(names = "--export", paramLabel = "FILE", descriptionKey = "audit-issuance.export")
    private @Nullable Path export;

    @Option(names = "--log", paramLabel = "FOLDER", descriptionKey = "audit-issuance.log")
    private @Nullable Path folder;

    @Option(
            names = "--disclosures",
            paramLabel = "FILE",
            descriptionKey = "audit-issuance.disclosures")
    private @Nullable Path disclosures;

    @Option(names = "--key", paramLabel = "KEY", descriptionKey = "audit-issuance.key")
    private List<String> keys = List.of();

    @Option(names = "--profiles", paramLabel = "FOLDER", descriptionKey = "audit-issuance.profiles")
    private @Nullable Path profiles;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Invocation invocation;

    AuditIssuanceCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Path copy = folder;
        Path file = disclosures;
        if ((copy == null) != (file == null) || (copy != null && keys.isEmpty())) {
            throw new Fault(IssuanceFault.OPTIONS);
        }
        try {
            return copy == null || file == null ? atHome() : abroad(copy, file);
        } catch (IOException e) {
            throw new Fault(e, IssuanceFault.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private int atHome() throws IOException {
        var settings = invocation.settings(home);
        Path path = settings.get(StoreSettings.HOME);
        try (AttachedLog log = AttachedLog.to(settings)) {
            IssuanceAudit audit =
                    new IssuanceAudit(asked(Profiles.ofHome(profiles == null ? path : profiles)));
            walk(
                    log.publicLog().source(),
                    log.publicLog().keys(),
                    new KeptContents(log.proofs()),
                    audit);
            audit.compare(Certificates.hashes(log.database()));
            return told(audit.report());
        }
    }

    private int abroad(Path copy, Path file) throws IOException {
        IssuanceAudit audit =
                new IssuanceAudit(
                        asked(profiles == null ? Profiles.shipped() : Profiles.ofHome(profiles)));
        try (Disclosures given = Disclosures.open(file)) {
            walk(
                    TileSource.directory(copy),
                    keys.stream().map(AuditIssuanceCommand::key).toList(),
                    given,
                    audit);
        }
        return told(audit.report());
    }

    private void walk(
            TileSource source, List<VerifierKey> trusted, Contents contents, IssuanceAudit audit)
            throws IOException {
        Checkpoint checkpoint = checkpoint(source, trusted);
        Path out = export;
        try (Disclosures.@Nullable Writer writer = out == null ? null : Disclosures.write(out)) {
            boolean whole =
                    new LogWalk(source, checkpoint)
                            .run(
                                    (index, entry) -> {
                                        if (entry.kind().startsWith(PREFIX)) {
                                            Optional<Contents.Given> given =
                                                    contents.of(index)
                                                            .filter(one -> one.opens(entry));
                                            if (writer != null && given.isPresent()) {
                                                writer.add(index, given.get());
                                            }
                                            audit.take(
                                                    index,
                                                    entry.kind(),
                                                    entry.time(),
                                                    given.map(Contents.Given::text));
                                        }
                                    });
            if (!whole) {
                throw new Fault(IssuanceFault.ROOT_DIFFERS, checkpoint.size());
            }
        }
    }

    private static Checkpoint checkpoint(TileSource source, List<VerifierKey> trusted)
            throws IOException {
        byte[] file =
                source.read(Checkpoint.PATH)
                        .orElseThrow(() -> new IOException("there is no " + Checkpoint.PATH));
        Policy policy = Policy.of(trusted.toArray(VerifierKey[]::new));
        return switch (SignedNote.parse(file).check(policy::check)) {
            case Verdict.Valid<WitnessedCheckpoint>(WitnessedCheckpoint signed) ->
                    signed.checkpoint();
            case Verdict.Invalid<WitnessedCheckpoint>(var reason, String detail) ->
                    throw new IOException(Checkpoint.PATH + ": " + reason.code() + ": " + detail);
            case Verdict.Unverifiable<WitnessedCheckpoint>(var reason, String detail) ->
                    throw new IOException(Checkpoint.PATH + ": " + reason.code() + ": " + detail);
        };
    }

    private static VerifierKey key(String text) {
        if (VerifierKey.parse(text) instanceof Parsed.Ok<VerifierKey>(VerifierKey key)) {
            return key;
        }
        throw new Fault(IssuanceFault.KEY, text);
    }

    private static Map<String, Integer> asked(Profiles known) {
        Map<String, Integer> asked = new HashMap<>();
        for (Profile profile : known.all()) {
            asked.put(HexFormat.of().formatHex(profile.digest()), profile.approvals());
        }
        return asked;
    }

    private int told(IssuanceReport report) {
        Terminal terminal = invocation.terminal();
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("outcome", report.sound() ? "sound" : "problems");
            facts.put("certificates", report.certificates());
            facts.put("by-request", report.byRequest());
            facts.put("in-advance", report.inAdvance());
            facts.put("authorities", report.authorities());
            facts.put("approvers", report.approvers());
            facts.put("found", report.found());
            facts.put(
                    "problems",
                    report.problems().stream()
                            .map(
                                    one ->
                                            Map.of(
                                                    "kind", one.kind().code(),
                                                    "leaf", one.leaf(),
                                                    "what", one.what()))
                            .toList());
            terminal.print(new JsonMapper().writeValueAsString(facts));
        } else {
            terminal.say(
                    "issuance.counted",
                    report.certificates(),
                    report.byRequest(),
                    report.inAdvance(),
                    report.approvers(),
                    report.authorities());
            for (IssuanceProblem problem : report.problems()) {
                terminal.complain(
                        "issuance.problem." + problem.kind().code(),
                        Long.toString(problem.leaf()),
                        problem.what());
            }
            terminal.say(report.sound() ? "issuance.sound" : "issuance.problems", report.found());
        }
        return report.sound() ? Terminal.DONE : Terminal.NEGATIVE;
    }
}
