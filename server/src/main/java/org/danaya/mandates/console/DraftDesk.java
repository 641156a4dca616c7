package org.danaya.mandates.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.danaya.mandates.DraftOutcome;
import org.danaya.mandates.Drafts;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Objection;
import org.danaya.mandates.Office;
import org.danaya.mandates.Period;
import org.danaya.mandates.Scope;
import org.danaya.mandates.Terms;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Language;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.Incumbencies;
import org.danaya.people.Persons;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.springframework.stereotype.Component;

/**
 * The steps in which a mandate is drafted, wherever they are offered: the holder, the terms, a look
 * at the whole. Each step asks again whether whoever acts may draft for the grantor.
 */
@Component
class DraftDesk {

    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final int REFUSED = 422;

    private final Mandates mandates;
    private final Within within;
    private final Persons persons;
    private final Positions positions;
    private final Structures structures;
    private final Incumbencies incumbencies;
    private final Holders holders;

    DraftDesk(
            Mandates mandates,
            Within within,
            Persons persons,
            Positions positions,
            Structures structures,
            Incumbencies incumbencies,
            Holders holders) {
        this.mandates = mandates;
        this.within = within;
        this.persons = persons;
        this.positions = positions;
        this.structures = structures;
        this.incumbencies = incumbencies;
        this.holders = holders;
    }

    /**
     * Where a draft is written.
     *
     * @param base the address of its steps
     * @param done where drafts are read afterwards, without their id
     * @param cancel where to give up
     * @param personal whether a holder passes a mandate on, who can't search everybody
     */
    record Place(String base, String done, String cancel, List<Above> up, boolean personal) {}

    /** Who will hold it? */
    Answer holder(Place place, Grantor grantor, Query query) {
        UUID structure = structure(grantor);
        Form search = Form.of("mandates.holder", TEXT);
        String text = query.text("q");
        List<Shown.Pick> picks = new ArrayList<>();
        Holders.Found found = Holders.Found.NOBODY;
        if (!text.isEmpty()) {
            search = search.with(TEXT, text);
            found = place.personal() ? holders.named(text, structure) : holders.like(text);
            found.choices().forEach(each -> picks.add(pick(place, grantor, each)));
        }
        return Page.of(
                "mandates/pick",
                new Shown.Picking(
                        "mandates.holder.title",
                        called(grantor),
                        "mandates.holder.intro",
                        place.up(),
                        Optional.of(search),
                        place.base() + "/holder",
                        picks,
                        text.isEmpty()
                                ? place.personal() ? "mandates.holder.name" : "mandates.holder.type"
                                : place.personal()
                                        ? "mandates.holder.nobody.near"
                                        : "mandates.holder.nobody",
                        found.more(),
                        Parties.named(grantor)));
    }

    private static Shown.Pick pick(Place place, Grantor grantor, Holders.Choice choice) {
        Query next = Query.of(place.base() + "/terms", null);
        return new Shown.Pick(
                choice.person().name(),
                choice.about(),
                next.changed(
                        java.util.Map.of(
                                "grantor",
                                Parties.named(grantor),
                                "person",
                                choice.person().id().toString(),
                                "capacity",
                                choice.capacity().map(UUID::toString).orElse(""))));
    }

    /** What may they do? */
    Answer terms(Place place, Query query) {
        Parties parties =
                parties(query.text("grantor"), query.text("person"), query.text("capacity"), "");
        Form form =
                form(parties)
                        .with(DraftForm.FROM, within.today())
                        .with(DraftForm.LAST, within.today().plusYears(1).minusDays(1))
                        .with(DraftForm.DEPTH, 0L)
                        .with(DraftForm.KIND, MandateKind.MANDATE.code());
        return asking(place, parties, form, 200);
    }

    /** The terms of a draft or of what it replaces, to begin from. */
    Answer from(Place place, Parties parties, Mandate.Head head) {
        structure(parties.grantor());
        Terms terms = head.terms();
        Form form =
                DraftForm.with(
                        form(parties),
                        terms.powers(),
                        terms.scope(),
                        terms.period(),
                        terms.depth(),
                        terms.basis());
        if (parties.ofDelegation().isEmpty()) {
            form = form.with(DraftForm.KIND, terms.kind().code());
        }
        if (parties.capacity().isEmpty()) {
            form = form.with(DraftForm.FUNCTION, head.names().function());
        }
        if (parties.draft().isPresent()) {
            form =
                    form.with(
                            DraftForm.VERSION,
                            Integer.toString(mandates.drafts().version(head.id())));
        }
        return asking(place, parties, form, 200);
    }

    /** What was typed, to go on with. */
    Answer again(Place place, Optional<Parties> known, Submission sent) {
        Parties parties = known.orElseGet(() -> parties(sent));
        return asking(place, parties, form(parties).read(sent), 200);
    }

    /** The whole, to look at. */
    Answer check(Place place, Optional<Parties> known, Submission sent) {
        Parties parties = known.orElseGet(() -> parties(sent));
        Form form = read(parties, sent);
        if (!form.wrong()) {
            Drafts.Wish wish = wish(parties, form);
            form = DraftForm.refused(form, mandates.drafts().check(wish));
            if (!form.wrong()) {
                return Page.of(
                        "mandates/check",
                        new Shown.Checking(
                                parties.draft().isPresent()
                                        ? "mandates.review.change"
                                        : parties.replaces().isPresent()
                                                ? "mandates.review.replace"
                                                : "mandates.review.title",
                                place.up(),
                                Shown.Content.of(wish.terms(), mandates.drafts().names(wish)),
                                Form.of(DraftForm.WORDS, DraftForm.hidden(fields(parties)))
                                        .read(sent),
                                place.base(),
                                place.base() + "/terms",
                                parties.draft().isPresent()
                                        ? "mandates.review.save"
                                        : "mandates.review.submit"));
            }
        }
        return asking(place, parties, form, REFUSED);
    }

    /** Writes the draft. */
    Answer save(Place place, Optional<Parties> known, Submission sent) {
        Parties parties = known.orElseGet(() -> parties(sent));
        Form form = read(parties, sent);
        if (form.wrong()) {
            return asking(place, parties, form, REFUSED);
        }
        Drafts.Wish wish = wish(parties, form);
        DraftOutcome outcome =
                parties.draft()
                        .map(id -> mandates.drafts().change(id, Actor.self(), version(form), wish))
                        .orElseGet(() -> mandates.drafts().draft(Actor.self(), wish));
        return switch (outcome) {
            case DraftOutcome.Drafted(Mandate.Head head) ->
                    Redirect.to(place.done() + "/" + head.id())
                            .saying(
                                    Notice.done(
                                            parties.draft().isPresent()
                                                    ? "mandates.done.changed"
                                                    : "mandates.done.drafted",
                                            "M-" + head.number()));
            case DraftOutcome.Refused(List<Objection> objections) ->
                    asking(place, parties, DraftForm.refused(form, objections), REFUSED);
        };
    }

    /** What a grantor is called. */
    String called(Grantor grantor) {
        return switch (grantor) {
            case Grantor.OfOffice(UUID id) -> {
                Office office = mandates.offices().get(id);
                yield positions.get(office.position()).title(Language.FRENCH);
            }
            case Grantor.OfMandate(UUID id) -> {
                Mandate.Head head = mandates.register().get(id).head();
                yield "M-" + head.number() + " " + head.names().holder();
            }
        };
    }

    /**
     * The structure of a grantor for which whoever acts may draft: by a right, or because it is
     * their own mandate.
     */
    UUID structure(Grantor grantor) {
        return switch (grantor) {
            case Grantor.OfOffice(UUID id) -> {
                Office office = mandates.offices().get(id);
                if (!Rights.current().hold(Right.DRAFT_MANDATES, office.structure())) {
                    throw new Fault(MandateFault.UNKNOWN_OFFICE);
                }
                yield office.structure();
            }
            case Grantor.OfMandate(UUID id) -> {
                Terms terms = mandates.register().get(id).head().terms();
                if (!Rights.current().hold(Right.DRAFT_MANDATES, terms.structure())
                        && !terms.person().equals(within.person())) {
                    throw new Fault(MandateFault.UNKNOWN);
                }
                yield terms.structure();
            }
        };
    }

    private Parties parties(Submission sent) {
        return parties(
                Within.one(sent, "grantor"),
                Within.one(sent, "person"),
                Within.one(sent, "capacity"),
                Within.one(sent, "replaces"));
    }

    private Parties parties(String from, String to, String capacity, String replaces) {
        if (!replaces.isEmpty()) {
            Mandate.Head old =
                    mandates.register().get(Within.read(replaces, MandateFault.UNKNOWN)).head();
            structure(old.terms().grantor());
            return Parties.ofReplaced(old);
        }
        Grantor grantor = Parties.grantor(from);
        return new Parties(
                grantor,
                structure(grantor),
                persons.get(Ids.read(to).orElse(new UUID(0, 0))).id(),
                Ids.read(capacity).map(id -> incumbencies.get(id).id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Form form(Parties parties) {
        return Form.of(DraftForm.WORDS, fields(parties))
                .with(DraftForm.GRANTOR, Parties.named(parties.grantor()))
                .with(DraftForm.PERSON, parties.person().toString())
                .with(DraftForm.CAPACITY, parties.capacity().map(UUID::toString))
                .with(DraftForm.REPLACES, parties.replaces().map(UUID::toString));
    }

    private static List<Field<?>> fields(Parties parties) {
        return DraftForm.ofMandate(
                parties.capacity().isPresent(), parties.ofDelegation().isPresent());
    }

    private Form read(Parties parties, Submission sent) {
        return DraftForm.checked(
                form(parties).read(sent), code -> structures.find(code).isPresent());
    }

    private Drafts.Wish wish(Parties parties, Form form) {
        Optional<Terms> delegation = parties.ofDelegation();
        MandateKind kind =
                delegation
                        .map(Terms::kind)
                        .orElseGet(
                                () ->
                                        MandateKind.SPOKESPERSON
                                                        .code()
                                                        .equals(form.get(DraftForm.KIND))
                                                ? MandateKind.SPOKESPERSON
                                                : MandateKind.MANDATE);
        Scope scope = DraftForm.scope(form);
        Period period = DraftForm.period(form);
        return new Drafts.Wish(
                new Terms(
                        kind,
                        parties.structure(),
                        parties.grantor(),
                        parties.person(),
                        parties.capacity(),
                        DraftForm.powers(form),
                        scope,
                        period,
                        DraftForm.depth(form),
                        form.get(DraftForm.BASIS),
                        parties.replaces(),
                        delegation.flatMap(Terms::group)),
                DraftForm.typed(form, "function").orElse(""),
                parties.draft().or(parties::replaces).flatMap(mandates.drafts()::home));
    }

    private static int version(Form form) {
        String typed = DraftForm.typed(form, "version").orElse("");
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
    }

    private Answer asking(Place place, Parties parties, Form form, int status) {
        return new Asked(
                        parties.draft().isPresent()
                                ? "mandates.terms.change"
                                : parties.replaces().isPresent()
                                        ? "mandates.terms.replace"
                                        : "mandates.terms.title",
                        persons.get(parties.person()).name(),
                        parties.replaces().isPresent() && parties.draft().isEmpty()
                                ? "mandates.terms.replace.intro"
                                : "mandates.terms.intro",
                        place.up(),
                        form,
                        place.base() + "/check",
                        "mandates.continue",
                        place.cancel(),
                        false)
                .page(status);
    }
}
