package org.danaya.mandates.delegation.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.mandates.Known;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Objection;
import org.danaya.mandates.console.Holders;
import org.danaya.mandates.console.Shown;
import org.danaya.mandates.console.Within;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.mandates.delegation.DelegationOutcome;
import org.danaya.mandates.delegation.DelegationOutcome.Trouble;
import org.danaya.mandates.delegation.Delegations;
import org.danaya.mandates.delegation.Preparations;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.Person;
import org.danaya.people.Persons;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Officers add members to a delegation, take them out, and say who leads it. */
@Controller
class DelegationMemberPages {

    private static final String ADD = Reached.ONE + "/add";
    private static final String MEMBER = Reached.ONE + "/members/{member:[0-9a-f-]{36}}";
    private static final int REFUSED = 422;
    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final Field<String> REASON = Field.area("reason", 500);
    private static final Field<String> PERSON = Field.text("person", 36).hidden();
    private static final Field<String> CAPACITY = Field.text("capacity", 36).optional().hidden();
    private static final Field<String> FUNCTION = Field.text("function", 200);
    private static final Field<String> HOME = Field.text("home", 100);
    private static final Field<Set<Power>> POWERS =
            Field.several("powers", Power.class, "mandates.power");
    private static final Field<Boolean> LEADS = Field.tick("leads").optional();

    private final Preparations preparations;
    private final Holders holders;
    private final Persons persons;
    private final Structures structures;
    private final Incumbencies incumbencies;
    private final Reached reached;

    DelegationMemberPages(
            Preparations preparations,
            Holders holders,
            Persons persons,
            Structures structures,
            Incumbencies incumbencies,
            Reached reached) {
        this.preparations = preparations;
        this.holders = holders;
        this.persons = persons;
        this.structures = structures;
        this.incumbencies = incumbencies;
        this.reached = reached;
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(ADD)
    Answer choose(@PathVariable String id, Query query) {
        Delegation delegation = reached.get(id, Right.DRAFT_MANDATES);
        String text = query.text("q");
        Form search = Form.of("mandates.holder", TEXT);
        List<Shown.Pick> picks = new ArrayList<>();
        boolean more = false;
        if (!text.isEmpty()) {
            search = search.with(TEXT, text);
            Holders.Found found = holders.like(text);
            more = found.more();
            found.choices().forEach(each -> picks.add(pick(delegation, each)));
        }
        return Page.of(
                "mandates/pick",
                new Shown.Picking(
                        "mandates.delegation.add.title",
                        Reached.title(delegation),
                        "mandates.delegation.add.intro",
                        Reached.up(delegation),
                        Optional.of(search),
                        Reached.path(delegation) + "/add",
                        picks,
                        text.isEmpty() ? "mandates.holder.type" : "mandates.holder.nobody",
                        more,
                        ""));
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(ADD + "/place")
    Answer place(@PathVariable String id, Query query) {
        Delegation delegation = reached.get(id, Right.DRAFT_MANDATES);
        Optional<Incumbency> capacity = capacity(query.text("capacity"));
        Person person = person(query.text("person"));
        Form form =
                form(capacity)
                        .with(PERSON, person.id().toString())
                        .with(CAPACITY, capacity.map(each -> each.id().toString()))
                        .with(POWERS, usual(delegation))
                        .with(LEADS, Optional.of(true).filter(_ -> delegation.alive().isEmpty()));
        return asking(delegation, person, form, 200);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(ADD)
    Answer add(@PathVariable String id, Submission sent) {
        Delegation delegation = reached.get(id, Right.DRAFT_MANDATES);
        Person person = person(Within.one(sent, "person"));
        Optional<Incumbency> capacity = capacity(Within.one(sent, "capacity"));
        Form form = form(capacity).read(sent);
        Optional<Structure> home =
                capacity.isPresent() ? Optional.empty() : form.find(HOME).flatMap(structures::find);
        if (capacity.isEmpty() && form.find(HOME).isPresent() && home.isEmpty()) {
            form = form.refuse(HOME, "mandates.delegation.refused.home");
        }
        if (form.wrong()) {
            return asking(delegation, person, form, REFUSED);
        }
        Delegations.Member member =
                new Delegations.Member(
                        person.id(),
                        capacity.isPresent() ? "" : form.get(FUNCTION),
                        home.map(Structure::id).orElse(delegation.structure()),
                        capacity.map(Incumbency::id),
                        form.ticked(LEADS),
                        Powers.of(form.get(POWERS)));
        return switch (preparations.add(delegation.id(), Actor.self(), member)) {
            case DelegationOutcome.Constituted _ ->
                    Redirect.to(Reached.path(delegation))
                            .saying(Notice.done("mandates.delegation.done.added", person.name()));
            case DelegationOutcome.Refused(List<Trouble> troubles) ->
                    asking(delegation, person, refused(form, troubles), REFUSED);
        };
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(MEMBER + "/lead")
    Answer lead(@PathVariable String id, @PathVariable String member) {
        Delegation delegation = reached.get(id, Right.DRAFT_MANDATES);
        Known place = place(delegation, member);
        preparations.lead(delegation.id(), Actor.self(), place.head().id());
        return Redirect.to(Reached.path(delegation))
                .saying(
                        Notice.done(
                                "mandates.delegation.done.leads", place.head().names().holder()));
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(MEMBER + "/remove")
    Answer askToRemove(@PathVariable String id, @PathVariable String member) {
        Delegation delegation = reached.get(id, Right.DRAFT_MANDATES);
        return removing(delegation, place(delegation, member), reason(), 200);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(MEMBER + "/remove")
    Answer remove(@PathVariable String id, @PathVariable String member, Submission sent) {
        Delegation delegation = reached.get(id, Right.DRAFT_MANDATES);
        Known place = place(delegation, member);
        Form form = reason().read(sent);
        if (form.wrong()) {
            return removing(delegation, place, form, REFUSED);
        }
        preparations.remove(delegation.id(), Actor.self(), place.head().id(), form.get(REASON));
        return Redirect.to(Reached.path(delegation))
                .saying(
                        Notice.done(
                                "mandates.delegation.done.removed", place.head().names().holder()));
    }

    private static Form refused(Form form, List<Trouble> troubles) {
        Form all = form;
        for (Trouble trouble : troubles) {
            all =
                    switch (trouble) {
                        case Trouble.Heads _ ->
                                all.refuse(LEADS, "mandates.delegation.trouble.heads");
                        case Trouble.Count _ ->
                                all.refuse("mandates.delegation.trouble.count", Delegations.MOST);
                        case Trouble.Twice _ -> all.refuse("mandates.delegation.trouble.twice");
                        case Trouble.Clash _ -> all;
                        case Trouble.Beyond(_, List<Objection> objections) ->
                                beyond(all, objections);
                    };
        }
        return all;
    }

    private static Form beyond(Form form, List<Objection> objections) {
        Form all = form;
        for (Objection objection : objections) {
            all =
                    objection instanceof Objection.OfPower(Power power)
                            ? all.refuse(POWERS, "mandates.refused.power." + Shown.spelled(power))
                            : all.refuse("mandates.delegation.trouble.beyond." + objection.code());
        }
        return all;
    }

    private static Form form(Optional<Incumbency> capacity) {
        List<Field<?>> fields = new ArrayList<>(List.of(PERSON, CAPACITY));
        if (capacity.isEmpty()) {
            fields.add(FUNCTION);
            fields.add(HOME);
        }
        fields.add(POWERS);
        fields.add(LEADS);
        return Form.of("mandates.delegation.member.draft", fields);
    }

    /** Those of whoever was added last: most members have the same. */
    private static Set<Power> usual(Delegation delegation) {
        return delegation.alive().isEmpty()
                ? Set.of(Power.REPRESENT, Power.SPEAK)
                : delegation.alive().getLast().head().terms().powers().toSet();
    }

    private static Shown.Pick pick(Delegation delegation, Holders.Choice choice) {
        return new Shown.Pick(
                choice.person().name(),
                choice.about(),
                Query.of(Reached.path(delegation) + "/add/place", null)
                        .changed(
                                Map.of(
                                        "person",
                                        choice.person().id().toString(),
                                        "capacity",
                                        choice.capacity().map(UUID::toString).orElse(""))));
    }

    private Person person(String id) {
        return persons.get(Within.read(id, MandateFault.UNKNOWN));
    }

    private Optional<Incumbency> capacity(String id) {
        return Ids.read(id).map(incumbencies::get);
    }

    private static Known place(Delegation delegation, String member) {
        UUID id = Within.read(member, MandateFault.UNKNOWN);
        return delegation.members().stream()
                .filter(each -> each.head().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Fault(MandateFault.UNKNOWN));
    }

    private static Form reason() {
        return Form.of("mandates.delegation.remove", REASON);
    }

    private static Answer removing(Delegation delegation, Known place, Form form, int status) {
        String path = Reached.path(delegation);
        return new Asked(
                        "mandates.delegation.remove.title",
                        place.head().names().holder(),
                        "mandates.delegation.remove.intro",
                        Reached.up(delegation),
                        form,
                        path + "/members/" + place.head().id() + "/remove",
                        "mandates.delegation.remove.submit",
                        path,
                        false)
                .page(status);
    }

    private static Answer asking(Delegation delegation, Person person, Form form, int status) {
        String path = Reached.path(delegation);
        return new Asked(
                        "mandates.delegation.place.title",
                        person.name(),
                        "mandates.delegation.place.intro",
                        Reached.up(delegation),
                        form,
                        path + "/add",
                        "mandates.delegation.place.submit",
                        path,
                        false)
                .page(status);
    }
}
