package org.danaya.mandates.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Office;
import org.danaya.mandates.Offices;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.Position;
import org.danaya.people.Positions;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Somebody asks that powers be recorded with a position: which one, which powers, a look. */
@Controller
class ProposalPages {

    private static final String PATH = OfficePages.PATH + "/new";
    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final List<Above> UP =
            List.of(
                    Above.words("section.mandates", MandatePages.PATH),
                    Above.words("mandates.offices", OfficePages.PATH));
    private static final int FOUND = 20;

    private final Mandates mandates;
    private final Within within;
    private final OfficeForm forms;
    private final Positions positions;
    private final Structures structures;

    ProposalPages(
            Mandates mandates,
            Within within,
            OfficeForm forms,
            Positions positions,
            Structures structures) {
        this.mandates = mandates;
        this.within = within;
        this.forms = forms;
        this.positions = positions;
        this.structures = structures;
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(PATH)
    Answer position(Query query) {
        String text = query.text("q");
        List<Structure> found = found(text);
        List<Shown.Pick> picks = new ArrayList<>();
        for (Structure structure : found) {
            positions.of(structure.id()).stream()
                    .filter(each -> !each.endedOn(within.today()))
                    .forEach(
                            each ->
                                    picks.add(
                                            new Shown.Pick(
                                                    each.title(Language.FRENCH),
                                                    structure.name(Language.FRENCH),
                                                    PATH + "/powers?position=" + each.id())));
        }
        return Page.of(
                "mandates/pick",
                new Shown.Picking(
                        "mandates.position.title",
                        "",
                        "mandates.position.intro",
                        UP,
                        Optional.of(Form.of("mandates.position", TEXT).with(TEXT, text)),
                        PATH,
                        picks.stream().limit(Within.LISTED).toList(),
                        "mandates.position.none",
                        found.size() == FOUND || picks.size() > Within.LISTED,
                        ""));
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(PATH + "/powers")
    Answer powers(Query query) {
        Position position = position(query.text("position"));
        return asking(position, forms.blank(position), 200);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(PATH + "/powers")
    Answer again(Submission sent) {
        return asking(
                position(Within.one(sent, "position")),
                Form.of(OfficeForm.WORDS, OfficeForm.fields()).read(sent),
                200);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(PATH + "/check")
    Answer check(Submission sent) {
        Position position = position(Within.one(sent, "position"));
        Form form = forms.read(sent);
        if (form.wrong()) {
            return asking(position, form, 422);
        }
        Offices.Wish wish = OfficeForm.wish(position, form);
        return Page.of(
                "mandates/check-office",
                new Shown.CheckingOffice(
                        UP,
                        forms.content(position, wish),
                        Form.of(OfficeForm.WORDS, DraftForm.hidden(OfficeForm.fields())).read(sent),
                        PATH,
                        PATH + "/powers"));
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(PATH)
    Answer propose(Submission sent) {
        Position position = position(Within.one(sent, "position"));
        Form form = forms.read(sent);
        if (form.wrong()) {
            return asking(position, form, 422);
        }
        Office office = mandates.offices().propose(Actor.self(), OfficeForm.wish(position, form));
        return Redirect.to(OfficePages.PATH + "/" + office.id())
                .saying(Notice.done("mandates.office.done.proposed"));
    }

    private List<Structure> found(String text) {
        if (Within.reach(Right.DRAFT_MANDATES) instanceof Reach.Structures(var ids)) {
            return ids.stream()
                    .limit(FOUND)
                    .map(structures::find)
                    .flatMap(Optional::stream)
                    .filter(each -> matches(each, text))
                    .toList();
        }
        return text.isEmpty()
                ? List.of()
                : structures.list(
                        new Structures.Query(text, Optional.empty(), Optional.empty()), "", FOUND);
    }

    private static boolean matches(Structure structure, String text) {
        return org.danaya.base.SearchText.plain(
                        structure.identifier() + " " + structure.name(Language.FRENCH))
                .contains(org.danaya.base.SearchText.plain(text));
    }

    private Position position(String id) {
        UUID read = Ids.read(id).orElseThrow(() -> new Fault(MandateFault.UNKNOWN_OFFICE));
        return positions
                .find(read)
                .filter(each -> Rights.current().hold(Right.DRAFT_MANDATES, each.structure()))
                .orElseThrow(() -> new Fault(MandateFault.UNKNOWN_OFFICE));
    }

    private Answer asking(Position position, Form form, int status) {
        return new Asked(
                        "mandates.propose.title",
                        position.title(Language.FRENCH),
                        "mandates.propose.intro",
                        UP,
                        form,
                        PATH + "/check",
                        "mandates.continue",
                        OfficePages.PATH,
                        false)
                .page(status);
    }
}
