package org.danaya.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.form.FormFault;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.page.Words;
import org.danaya.table.Sheet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** The journal in the console. */
@Controller
class JournalPages {

    static final String PATH = "/console/journal";

    private static final String ACT = "act.";
    private static final int ROWS = 50;
    private static final int MOST_COUNTED = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JournalReader reader;
    private final JournalExport export;
    private final AnchorTable anchors;
    private final LinkTable links;
    private final EntryTable entries;
    private final List<Naming> namings;
    private final Words words;
    private final ApplicationEventPublisher acts;
    private final TransactionTemplate transaction;

    JournalPages(
            JournalReader reader,
            JournalExport export,
            AnchorTable anchors,
            LinkTable links,
            EntryTable entries,
            List<Naming> namings,
            Words words,
            ApplicationEventPublisher acts,
            TransactionTemplate transaction) {
        this.reader = reader;
        this.export = export;
        this.anchors = anchors;
        this.links = links;
        this.entries = entries;
        this.namings = namings;
        this.words = words;
        this.acts = acts;
        this.transaction = transaction;
    }

    @Needs(Right.READ_JOURNAL)
    @GetMapping(PATH)
    Answer list(Query query) {
        JournalFilter filter = JournalFilter.of(query, acts());
        long before = number(query);
        List<JournalEntry> found =
                filter.form().wrong() ? List.of() : reader.before(before, filter, ROWS + 1);
        List<JournalEntry> shown = found.stream().limit(ROWS).toList();
        Query exported = new Query(PATH + "/export", query.parameters());
        return Page.of(
                "audit/journal",
                new JournalList(
                        filter.form(),
                        filter.filtered(),
                        shown,
                        exported.changed(Map.of("format", "csv", "before", "")),
                        exported.changed(Map.of("format", "json", "before", "")),
                        exported.changed(Map.of("format", "xlsx", "before", "")),
                        found.size() > ROWS
                                ? query.with("before", Long.toString(shown.getLast().id()))
                                : "",
                        before == Long.MAX_VALUE ? "" : query.with("before", ""),
                        state(),
                        new JournalNames(namings)));
    }

    @Needs(Right.READ_JOURNAL)
    @GetMapping(PATH + "/export")
    Answer export(Query query) {
        JournalFilter filter = JournalFilter.of(query, acts());
        if (filter.form().wrong()) {
            throw new Fault(FormFault.WRONG_PARAMETER, filter.form().problems().getFirst().field());
        }
        String format = query.text("format");
        if (!List.of("csv", "json", "xlsx").contains(format)) {
            throw new Fault(FormFault.WRONG_PARAMETER, "format");
        }
        transaction.executeWithoutResult(
                _ ->
                        acts.publishEvent(
                                Act.done(
                                        AuditAct.JOURNAL_EXPORTED,
                                        "journal:export",
                                        Map.of("format", format, "filter", filter.text()))));
        return switch (format) {
            case "csv" ->
                    new Download(
                            "journal.csv",
                            "text/csv;charset=utf-8",
                            (_, out) -> export.csv(filter, out));
            case "json" ->
                    new Download(
                            "journal.json",
                            "application/json",
                            (_, out) -> export.json(filter, out));
            default ->
                    new Download(
                            "journal.xlsx",
                            Sheet.TYPE,
                            (view, out) -> export.sheet(filter, view, out));
        };
    }

    @Needs(Right.READ_JOURNAL)
    @GetMapping(PATH + "/{position:[1-9][0-9]{0,17}}")
    Answer entry(@PathVariable long position) {
        JournalEntry entry =
                reader.at(position)
                        .orElseThrow(() -> new Fault(AuditFault.UNKNOWN_ENTRY, position));
        Map<String, String> facts = new TreeMap<>();
        JSON.readTree(entry.facts())
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString()));
        Optional<Anchor> anchor = anchors.covering(position);
        return Page.of(
                "audit/entry",
                new EntryView(
                        entry,
                        facts,
                        anchor.map(each -> each.head().position()).orElse(null),
                        anchor.map(each -> each.head().hash().toString()).orElse(null),
                        anchor.map(Anchor::at).orElse(null),
                        new JournalNames(namings)));
    }

    /** Every kind of act that has a name, module by module. */
    private List<Option> acts() {
        return words.keySet(Language.FRENCH).stream()
                .filter(key -> key.startsWith(ACT))
                .sorted()
                .map(key -> Option.worded(key.substring(ACT.length()), key))
                .toList();
    }

    private JournalState state() {
        Head head = links.head();
        Optional<Anchor> anchor = anchors.last();
        return new JournalState(
                head.position(),
                head.hash().toString(),
                entries.waiting(MOST_COUNTED),
                anchor.map(each -> each.head().position()).orElse(0L),
                anchor.map(Anchor::at).orElse(null));
    }

    private static long number(Query query) {
        String text = query.text("before");
        if (text.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new Fault(FormFault.WRONG_PARAMETER, "before");
        }
        return Long.parseLong(text);
    }
}
