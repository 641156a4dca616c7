package org.danaya.mandates.bulk;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.mandates.Drafts;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Office;
import org.danaya.mandates.console.Grantors;
import org.danaya.mandates.console.Several;
import org.danaya.mandates.console.Shown;
import org.danaya.mandates.console.Within;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Download;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Many mandates at once: a list, what is wrong in it, and what then waits together. */
@Controller
class BulkPages {

    private static final String PATH = "/console/mandates/import";
    private static final String FILE_PATH = PATH + "/file";
    private static final String KEPT = PATH + "/list" + Within.ID;
    private static final String BATCHES = "/console/mandates/batches";
    private static final int REFUSED = 422;
    private static final Field<Upload> FILE = Field.file("file", BulkFile.MOST_BYTES);
    private static final List<Above> UP =
            List.of(Above.words("section.mandates", "/console/mandates"));

    private final Bulk bulk;
    private final BulkTable table;
    private final Mandates mandates;
    private final Grantors grantors;
    private final Within within;
    private final Ids ids;
    private final Clock clock;

    BulkPages(
            Bulk bulk,
            BulkTable table,
            Mandates mandates,
            Grantors grantors,
            Within within,
            Ids ids,
            Clock clock) {
        this.bulk = bulk;
        this.table = table;
        this.mandates = mandates;
        this.grantors = grantors;
        this.within = within;
        this.ids = ids;
        this.clock = clock;
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(PATH)
    Answer grantor(Query query) {
        return grantors.choose(query, "mandates.bulk.grantor", FILE_PATH, UP);
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(FILE_PATH)
    Answer blank(@RequestParam String grantor) {
        return asking(grantors.named(grantor), form(), 200);
    }

    /** A list to begin from. */
    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(PATH + "/model.csv")
    Answer model() {
        return Download.text(
                "mandats.csv",
                "text/csv;charset=utf-8",
                "\ufeffpersonne;structure;fonction;nature;pouvoirs;du;au;acte;territoire;"
                        + "matieres;evenements;textes;aupres;montant;transmission\r\n");
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(FILE_PATH)
    Answer upload(@RequestParam String grantor, Submission sent) {
        Office office = grantors.named(grantor);
        Form form = form().read(sent);
        if (form.wrong()) {
            return asking(office, form, REFUSED);
        }
        Upload file = form.get(FILE);
        if (BulkFile.read(file.bytes())
                instanceof BulkFile.Outcome.Unreadable(String key, List<Object> facts)) {
            return asking(office, form.refuse(key, facts.toArray()), REFUSED);
        }
        UUID id = ids.next();
        table.insert(
                new BulkTable.Kept(
                        id,
                        Actor.self(),
                        office.id(),
                        file.name().substring(0, Math.min(200, file.name().length())),
                        file.bytes(),
                        clock.instant()));
        return Redirect.to(PATH + "/list/" + id);
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(KEPT)
    Answer preview(@PathVariable String id) {
        BulkTable.Kept kept = kept(id);
        Office office = office(kept);
        return Page.of(
                "mandates/bulk",
                new BulkShown.Preview(
                        kept.name(),
                        grantors.called(office),
                        bulk.read(office, lines(kept)).stream()
                                .map(
                                        each ->
                                                new BulkShown.Line(
                                                        each.number(),
                                                        each.name(),
                                                        each.form(),
                                                        each.wish().map(Drafts.Wish::terms)))
                                .toList(),
                        PATH + "/list/" + id));
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(KEPT)
    Answer draft(@PathVariable String id) {
        BulkTable.Kept kept = kept(id);
        Office office = office(kept);
        List<BulkFile.Line> lines = lines(kept);
        UUID batch = bulk.draft(kept, office, lines);
        return Redirect.to(BATCHES + "/" + batch)
                .saying(Notice.done("mandates.bulk.drafted", Integer.toString(lines.size())));
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(KEPT + "/abandon")
    Answer abandon(@PathVariable String id) {
        return table.delete(kept(id).id())
                ? Redirect.to("/console/mandates").saying(Notice.info("mandates.bulk.abandoned"))
                : Redirect.to("/console/mandates");
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(BATCHES + Within.ID)
    Answer batch(@PathVariable String id) {
        BulkTable.Batch batch =
                table.batch(Within.read(id, MandateFault.UNKNOWN))
                        .orElseThrow(() -> new Fault(MandateFault.UNKNOWN));
        Office office = mandates.offices().get(batch.office());
        if (!Rights.current().hold(Right.READ_MANDATES, office.structure())) {
            throw new Fault(MandateFault.UNKNOWN);
        }
        List<Known> all =
                table.mandates(batch.id()).stream().map(mandates.register()::get).toList();
        List<Known> drafts =
                all.stream().filter(each -> each.mandate() instanceof Mandate.Draft).toList();
        List<Known> approved =
                all.stream().filter(each -> each.mandate() instanceof Mandate.Approved).toList();
        UUID person = within.person();
        boolean approves =
                Rights.current().hold(Right.APPROVE_MANDATES, office.structure())
                        && drafts.stream().noneMatch(each -> isOwn(each, person));
        boolean signs =
                mandates.signatures().signsFor(Actor.self(), new Grantor.OfOffice(office.id()))
                        && approved.stream()
                                .noneMatch(each -> each.head().terms().person().equals(person));
        return Page.of(
                "mandates/batch",
                new BulkShown.Batch(
                        batch.name(),
                        grantors.called(office),
                        all.stream().map(BulkPages::other).toList(),
                        approves && !drafts.isEmpty()
                                ? Several.path("/console/mandates/approve/check", drafts)
                                : "",
                        signs && !approved.isEmpty()
                                ? Several.path("/account/mandates/sign", approved)
                                : "",
                        !drafts.isEmpty() && !approves
                                ? "mandates.why.approves"
                                : !approved.isEmpty() && !signs ? "mandates.why.grantor" : ""));
    }

    private boolean isOwn(Known each, UUID person) {
        return mandates.approvals().wrote(Actor.self(), each.head())
                || each.head().terms().person().equals(person);
    }

    private static Shown.Other other(Known known) {
        return new Shown.Other(
                "M-" + known.head().number() + " " + known.head().names().holder(),
                known.head().names().function(),
                Shown.tag(known.mandate().code()),
                "/console/mandates/" + known.head().id());
    }

    private BulkTable.Kept kept(String id) {
        return table.find(Within.read(id, MandateFault.UNKNOWN), Actor.self())
                .orElseThrow(() -> new Fault(MandateFault.UNKNOWN));
    }

    private Office office(BulkTable.Kept kept) {
        return grantors.named(Grantors.name(kept.office()));
    }

    private static List<BulkFile.Line> lines(BulkTable.Kept kept) {
        return switch (BulkFile.read(kept.content())) {
            case BulkFile.Outcome.Read(List<BulkFile.Line> lines) -> lines;
            case BulkFile.Outcome.Unreadable _ -> throw new Fault(MandateFault.UNKNOWN);
        };
    }

    private static Form form() {
        return Form.of("mandates.bulk", FILE);
    }

    private Answer asking(Office office, Form form, int status) {
        return Page.of(
                        "mandates/bulk-file",
                        new Asked(
                                "mandates.bulk.title",
                                grantors.called(office),
                                "mandates.bulk.intro",
                                UP,
                                form,
                                FILE_PATH + "?grantor=" + Grantors.name(office.id()),
                                "mandates.bulk.preview",
                                "/console/mandates",
                                false))
                .status(status);
    }
}
