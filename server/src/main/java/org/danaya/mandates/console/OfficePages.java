package org.danaya.mandates.console;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Office;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.signin.FreshAssertions;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The powers that go with positions: listed, looked at, recorded with a passkey, refused, ended.
 */
@Controller
class OfficePages {

    static final String PATH = MandatePages.PATH + "/offices";

    private static final String ONE = PATH + Within.ID;
    private static final Field<String> STRUCTURE = Field.text("structure", 100).optional();
    private static final Field<String> STATE =
            Field.choice(
                            "state",
                            List.of(
                                    Option.worded("proposed", "mandates.office.state.proposed"),
                                    Option.worded("recorded", "mandates.office.state.recorded"),
                                    Option.worded("refused", "mandates.office.state.refused"),
                                    Option.worded("ended", "mandates.office.state.ended")))
                    .optional();
    private static final Field<String> REASON = Field.area("reason", 500);

    private final Mandates mandates;
    private final Within within;
    private final Structures structures;
    private final OfficeForm forms;
    private final FreshAssertions assertions;
    private final Table<Office> table;

    OfficePages(
            Mandates mandates,
            Within within,
            Structures structures,
            OfficeForm forms,
            FreshAssertions assertions) {
        this.mandates = mandates;
        this.within = within;
        this.structures = structures;
        this.forms = forms;
        this.assertions = assertions;
        this.table =
                Table.of(
                                "mandates.offices",
                                List.of(
                                        Column.<Office>link(
                                                "position",
                                                each -> forms.content(each).position(),
                                                each -> PATH + "/" + each.id()),
                                        Column.<Office>text(
                                                "structure",
                                                each -> forms.content(each).structure()),
                                        Column.<Office>tag("state", Shown::tag),
                                        Column.<Office>date("last", each -> each.period().last()),
                                        Column.<Office>text("basis", Office::basis)))
                        .filteredBy(STRUCTURE, STATE);
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(PATH)
    Answer list(Query query) {
        Table.Asked asked = table.asked(query);
        Optional<String> wanted = asked.filters().find(STRUCTURE);
        Optional<UUID> structure = wanted.flatMap(structures::meant).map(Structure::id);
        Reach reach =
                wanted.isPresent() && structure.isEmpty()
                        ? new Reach.Structures(java.util.Set.of())
                        : Within.reach(Right.READ_MANDATES);
        String state = asked.filters().find(STATE).orElse("");
        List<Office> rows =
                mandates.offices().list(reach, state, structure, asked.offset(), asked.limit());
        if (asked.away()) {
            return table.download(asked, "offices", rows);
        }
        return Page.of(
                "mandates/offices",
                new Shown.Listed(
                        table.show(asked, rows, mandates.offices().count(reach, state, structure)),
                        false,
                        0));
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(ONE)
    Answer one(@PathVariable String id) {
        Office office = within.office(id, Right.READ_MANDATES);
        return Page.of("mandates/office", forms.one(office)).unkept();
    }

    @Needs(Right.APPROVE_MANDATES)
    @PostMapping(ONE + "/approve/challenge")
    ResponseEntity<String> challenge(@PathVariable String id) {
        Office office = within.office(id, Right.APPROVE_MANDATES);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(assertions.ask(Actor.self(), mandates.offices().statement(office)));
    }

    @Needs(Right.APPROVE_MANDATES)
    @PostMapping(ONE + "/approve")
    Answer approve(@PathVariable String id, Submission sent) {
        Office office = within.office(id, Right.APPROVE_MANDATES);
        mandates.offices()
                .record(
                        office.id(),
                        Actor.self(),
                        Within.one(sent, "office-challenge"),
                        Within.one(sent, "office-credential"));
        return Redirect.to(PATH + "/" + id).saying(Notice.done("mandates.office.done.recorded"));
    }

    @Needs(Right.APPROVE_MANDATES)
    @GetMapping(ONE + "/refuse")
    Answer askToRefuse(@PathVariable String id) {
        return refusing(proposed(id), Form.of("mandates.office.refuse", REASON), 200);
    }

    @Needs(Right.APPROVE_MANDATES)
    @PostMapping(ONE + "/refuse")
    Answer refuse(@PathVariable String id, Submission sent) {
        Office office = proposed(id);
        Form form = Form.of("mandates.office.refuse", REASON).read(sent);
        if (form.wrong()) {
            return refusing(office, form, 422);
        }
        mandates.offices().refuse(office.id(), Actor.self(), form.get(REASON));
        return Redirect.to(PATH + "/" + id).saying(Notice.done("mandates.office.done.refused"));
    }

    @Needs(Right.REVOKE_MANDATES)
    @GetMapping(ONE + "/end")
    Answer askToEnd(@PathVariable String id) {
        return asking(recorded(id), "end", Form.of("mandates.office.end", REASON), 200);
    }

    @Needs(Right.REVOKE_MANDATES)
    @PostMapping(ONE + "/end/check")
    Answer checkEnd(@PathVariable String id, Submission sent) {
        Office office = recorded(id);
        Form form = Form.of("mandates.office.end", REASON).read(sent);
        if (form.wrong()) {
            return asking(office, "end", form, 422);
        }
        String path = PATH + "/" + office.id();
        return Page.of(
                "mandates/decide",
                new Shown.Deciding(
                        "mandates.office.end.title",
                        forms.content(office).position(),
                        up(office),
                        List.of(
                                Shown.Effect.of("mandates.office.end.effect.now"),
                                Shown.Effect.of("mandates.office.end.effect.final"),
                                Shown.Effect.of("mandates.effect.log")),
                        forms.below(new Grantor.OfOffice(office.id())),
                        "mandates.revoke.below",
                        form.get(REASON),
                        Form.of("mandates.office.end", REASON.hidden()).read(sent),
                        path + "/end",
                        "mandates.office.end.submit",
                        path,
                        true));
    }

    @Needs(value = Right.REVOKE_MANDATES, freshly = true)
    @PostMapping(ONE + "/end")
    Answer end(@PathVariable String id, Submission sent) {
        Office office = recorded(id);
        Form form = Form.of("mandates.office.end", REASON).read(sent);
        if (form.wrong()) {
            return asking(office, "end", form, 422);
        }
        mandates.offices().end(office.id(), Actor.self(), form.get(REASON));
        return Redirect.to(PATH + "/" + id).saying(Notice.done("mandates.office.done.ended"));
    }

    private Office proposed(String id) {
        Office office = within.office(id, Right.APPROVE_MANDATES);
        if (!(office.state() instanceof Office.State.Proposed)) {
            throw new Fault(MandateFault.WRONG_STATE, office.state().code());
        }
        return office;
    }

    private Office recorded(String id) {
        Office office = within.office(id, Right.REVOKE_MANDATES);
        if (!(office.state() instanceof Office.State.Recorded)) {
            throw new Fault(MandateFault.WRONG_STATE, office.state().code());
        }
        return office;
    }

    private List<Above> up(Office office) {
        return List.of(
                Above.words("section.mandates", MandatePages.PATH),
                Above.words("mandates.offices", PATH),
                Above.name(forms.content(office).position(), PATH + "/" + office.id()));
    }

    private Answer refusing(Office office, Form form, int status) {
        return asked(office, "refuse", "/refuse", "mandates.office.refuse.submit", form, status);
    }

    private Answer asking(Office office, String what, Form form, int status) {
        return asked(office, what, "/" + what + "/check", "mandates.continue", form, status);
    }

    private Answer asked(
            Office office, String what, String action, String submit, Form form, int status) {
        String path = PATH + "/" + office.id();
        return new Asked(
                        "mandates.office." + what + ".title",
                        forms.content(office).position(),
                        "mandates.office." + what + ".intro",
                        up(office),
                        form,
                        path + action,
                        submit,
                        path,
                        false)
                .page(status);
    }
}
