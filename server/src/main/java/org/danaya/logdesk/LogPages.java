package org.danaya.logdesk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.log.LogFigures;
import org.danaya.log.LogWatch;
import org.danaya.log.PublicLog;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.page.Terminal;
import org.danaya.verify.Parsed;
import org.danaya.verify.Policy;
import org.danaya.verify.Reason;
import org.danaya.verify.VerifierKey;
import org.danaya.witness.Witnesses;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The log's pages: what it is and a check of proofs for everybody, its state for the console. */
@Controller
class LogPages {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_SHOWN = 20_000;

    private static final Field<Upload> FILE = Field.file("file", MOST_BYTES).optional();
    private static final Field<String> TEXT = Field.area("text", MOST_CHARACTERS).optional();
    private static final Field<String> KEY = Field.area("key", 4_000).optional();

    private final PublicLog log;
    private final LogWatch watch;
    private final LogOverview overview;
    private final Witnesses witnesses;

    LogPages(PublicLog log, LogWatch watch, LogOverview overview, Witnesses witnesses) {
        this.log = log;
        this.watch = watch;
        this.overview = overview;
        this.witnesses = witnesses;
    }

    @Open
    @GetMapping("/log")
    Answer show() {
        return page(empty(), Optional.empty());
    }

    @Open
    @PostMapping("/log")
    Answer check(Submission sent) {
        Form form = empty().read(sent);
        if (!form.wrong() && form.find(FILE).isEmpty() && form.find(TEXT).isEmpty()) {
            form = form.refuse(FILE, "log.page.form.nothing");
        }
        Parsed<List<VerifierKey>> keys = keys(form);
        if (!form.wrong() && keys instanceof Parsed.Malformed<List<VerifierKey>>) {
            form = form.refuse(KEY, "log.page.form.not-a-key");
        }
        if (form.wrong() || !(keys instanceof Parsed.Ok<List<VerifierKey>>(var trusted))) {
            return page(form, Optional.empty()).status(422);
        }
        byte[] text = pasted(form.find(TEXT).orElse(""));
        byte[] file = form.find(FILE).map(Upload::bytes).orElse(text);
        Policy policy = policy(trusted);
        if (!ProofBundle.isOne(file)) {
            LogPageView.Verdict only = verdict("", ProofCheck.check(file, null, policy));
            return page(form, Optional.of(LogPageView.Checked.of(only)));
        }
        try {
            return page(form, Optional.of(checked(ProofBundle.check(file, policy))));
        } catch (IOException _) {
            return page(form.refuse(FILE, "log.page.form.zip"), Optional.empty()).status(422);
        }
    }

    private static LogPageView.Checked checked(ProofBundle.Checked bundle) {
        List<LogPageView.Verdict> verdicts = new ArrayList<>();
        bundle.openings()
                .forEach((name, result) -> verdicts.add(verdict(Terminal.shown(name), result)));
        if (verdicts.isEmpty()) {
            verdicts.add(answer("", LogPageView.Verdict.Outcome.FALSE, "no opening in this ZIP"));
        }
        return new LogPageView.Checked(
                verdicts,
                bundle.files().entrySet().stream()
                        .map(
                                file ->
                                        new LogPageView.Beside(
                                                Terminal.shown(file.getKey()), file.getValue()))
                        .toList());
    }

    @Needs(Right.READ_LOG_STATE)
    @GetMapping("/console/log")
    Answer state() {
        LogFigures figures = watch.figures();
        return Page.of("log/state", new LogStateView(figures, watch.state(), watch.now()));
    }

    /** No witness is required, and those whom we know are named where they signed. */
    private Policy policy(List<VerifierKey> trusted) {
        Policy policy = Policy.of(trusted.toArray(VerifierKey[]::new));
        return new Policy(
                policy.logs(),
                witnesses.policy().map(Policy::witnesses).orElse(List.of()),
                policy.quorum());
    }

    private static Form empty() {
        return Form.of("log.page.form", FILE, TEXT, KEY);
    }

    /** A browser sends lines that end in CR LF, and the field loses its last newline. */
    private static byte[] pasted(String text) {
        return (text.replace("\r\n", "\n").strip() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The key that the reader trusts, or ours. */
    private Parsed<List<VerifierKey>> keys(Form form) {
        Optional<String> given = form.find(KEY);
        if (given.isEmpty()) {
            return Parsed.ok(log.keys());
        }
        List<VerifierKey> keys = new ArrayList<>();
        for (String line : given.get().lines().map(String::strip).toList()) {
            switch (VerifierKey.parse(line)) {
                case Parsed.Ok<VerifierKey>(VerifierKey key) -> keys.add(key);
                case Parsed.Malformed<VerifierKey>(var reason, int at, int _, String detail) -> {
                    return Parsed.malformed(reason, at, detail);
                }
            }
        }
        return Parsed.ok(List.copyOf(keys));
    }

    private Page page(Form form, Optional<LogPageView.Checked> checked) {
        return Page.of("log/log", new LogPageView(overview.show(), form, checked));
    }

    private static LogPageView.Verdict verdict(String name, ProofCheck.Result result) {
        return switch (result) {
            case ProofCheck.Result.Proven proven ->
                    new LogPageView.Verdict(
                            name,
                            LogPageView.Verdict.Outcome.TRUE,
                            proven.leaf()
                                    .map(
                                            leaf ->
                                                    new LogPageView.Leaf(
                                                            leaf.kind(),
                                                            leaf.time(),
                                                            proven.index(),
                                                            proven.origin())),
                            proven.content().map(LogPages::readable),
                            technical(proven));
            case ProofCheck.Result.Refused(var reason, String detail) ->
                    answer(
                            name,
                            reason == Reason.LOG_UNKNOWN
                                    ? LogPageView.Verdict.Outcome.FOREIGN
                                    : LogPageView.Verdict.Outcome.FALSE,
                            reason.code() + ": " + detail);
            case ProofCheck.Result.Undecided(var reason, String detail) ->
                    answer(
                            name,
                            LogPageView.Verdict.Outcome.UNDECIDED,
                            reason.code() + ": " + detail);
        };
    }

    private static LogPageView.Verdict answer(
            String name, LogPageView.Verdict.Outcome outcome, String technical) {
        return new LogPageView.Verdict(
                name, outcome, Optional.empty(), Optional.empty(), List.of(technical));
    }

    private static List<String> technical(ProofCheck.Result.Proven proven) {
        List<String> lines = new ArrayList<>();
        lines.add("origin " + proven.origin());
        lines.add("index " + proven.index());
        lines.add("size " + proven.size());
        proven.signers().forEach(signer -> lines.add("signed " + signer));
        return List.copyOf(lines);
    }

    private static String readable(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }
}
