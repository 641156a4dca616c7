package org.danaya.mandates.delegation.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.mandates.Known;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.console.Within;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.mandates.delegation.DelegationSearch;
import org.danaya.mandates.delegation.Delegations;
import org.danaya.mandates.letter.Edition;
import org.danaya.mandates.letter.Letters;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of delegations, one of them, and the letters of all its members in one file. */
@Controller
class DelegationPages {

    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final Field<Delegation.State> STATE =
            Field.choice("state", Delegation.State.class, "mandates.delegation.state").optional();
    private static final Field<String> STRUCTURE = Field.text("structure", 100).optional();

    private final Delegations delegations;
    private final Structures structures;
    private final Letters letters;
    private final Reached reached;
    private final DelegationSheets sheets;
    private final Table<DelegationSearch.Found> table;

    DelegationPages(
            Delegations delegations,
            Structures structures,
            Letters letters,
            Reached reached,
            DelegationSheets sheets) {
        this.delegations = delegations;
        this.structures = structures;
        this.letters = letters;
        this.reached = reached;
        this.sheets = sheets;
        this.table =
                Table.of(
                                "mandates.delegations.list",
                                List.of(
                                        Column.<DelegationSearch.Found>link(
                                                        "number",
                                                        each -> "D-" + each.number(),
                                                        each -> Reached.PATH + "/" + each.id())
                                                .sortedBy(DelegationSearch.BY_NUMBER),
                                        Column.<DelegationSearch.Found>text(
                                                "event", DelegationSearch.Found::name),
                                        Column.<DelegationSearch.Found>text(
                                                "place",
                                                each -> each.place() + " (" + each.country() + ")"),
                                        Column.<DelegationSearch.Found>date(
                                                        "from", DelegationSearch.Found::from)
                                                .sortedBy(DelegationSearch.BY_BEGIN),
                                        Column.<DelegationSearch.Found>date(
                                                "last", DelegationSearch.Found::last),
                                        Column.<DelegationSearch.Found>text(
                                                "structure", this::structure),
                                        Column.<DelegationSearch.Found>number(
                                                "members", DelegationSearch.Found::members),
                                        Column.<DelegationSearch.Found>tag(
                                                "state", each -> Reached.tag(each.state()))))
                        .filteredBy(TEXT, STATE, STRUCTURE);
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(Reached.PATH)
    Answer list(Query query) {
        Table.Asked asked = table.asked(query);
        Form filters = asked.filters();
        Optional<Structure> structure = filters.find(STRUCTURE).flatMap(structures::meant);
        boolean nowhere = filters.find(STRUCTURE).isPresent() && structure.isEmpty();
        DelegationSearch search =
                new DelegationSearch(
                        filters.find(TEXT).orElse(""),
                        filters.find(STATE),
                        structure.map(Structure::id),
                        nowhere
                                ? new Reach.Structures(Set.of())
                                : Within.reach(Right.READ_MANDATES));
        List<DelegationSearch.Found> rows =
                delegations.list(search, asked.orderBy(), asked.offset(), asked.limit());
        return asked.away()
                ? table.download(asked, "delegations", rows)
                : Page.of(
                        "mandates/delegation-list",
                        new DelegationShown.Listed(
                                table.show(asked, rows, delegations.count(search))));
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(Reached.ONE)
    Answer one(@PathVariable String id) {
        return Page.of("mandates/delegation-one", sheets.one(reached.get(id, Right.READ_MANDATES)));
    }

    /** The letters of all members, in French and with English beside it. */
    @Needs(Right.READ_MANDATES)
    @GetMapping(Reached.ONE + "/letters")
    Answer letters(@PathVariable String id) {
        Delegation delegation = reached.get(id, Right.READ_MANDATES);
        List<Known> some =
                delegation.alive().stream()
                        .filter(each -> !letters.of(each.head().id()).isEmpty())
                        .toList();
        if (some.isEmpty()) {
            throw new Fault(MandateFault.UNKNOWN);
        }
        return new Download(
                "D-" + delegation.number() + "-lettres.zip",
                "application/zip",
                (_, out) -> zip(some, out));
    }

    /** The file of the report. */
    @Needs(Right.READ_MANDATES)
    @GetMapping(Reached.ONE + "/report/file")
    Answer report(@PathVariable String id) {
        Delegation delegation = reached.get(id, Right.READ_MANDATES);
        String ending =
                delegation
                        .report()
                        .flatMap(Delegation.Report::file)
                        .orElseThrow(() -> new Fault(MandateFault.UNKNOWN));
        UUID uuid = delegation.id();
        return new Download(
                "D-" + delegation.number() + "-compte-rendu." + ending,
                "application/octet-stream",
                (_, out) -> out.write(delegations.file(uuid).orElseThrow()));
    }

    private void zip(List<Known> some, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Known each : some) {
            for (Edition edition : Edition.values()) {
                Optional<byte[]> letter = letters.content(each.head().id(), edition);
                if (letter.isPresent()) {
                    zip.putNextEntry(
                            new ZipEntry(
                                    "M-" + each.head().number() + "-" + edition.code() + ".pdf"));
                    zip.write(letter.get());
                    zip.closeEntry();
                }
            }
        }
        zip.finish();
    }

    private String structure(DelegationSearch.Found found) {
        return structures
                .find(found.structure())
                .map(each -> each.shortName(Language.FRENCH))
                .orElse("");
    }
}
