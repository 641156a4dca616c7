package org.danaya.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.AccessViews.Held;
import org.danaya.access.AccessViews.Homonym;
import org.danaya.access.AccessViews.Inviting;
import org.danaya.access.AccessViews.Link;
import org.danaya.access.AccessViews.Listed;
import org.danaya.access.AccessViews.May;
import org.danaya.access.AccessViews.One;
import org.danaya.access.AccessViews.Row;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.Person;
import org.danaya.people.PersonOutcome;
import org.danaya.people.Persons;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounts in the console. */
@Controller
class AccountPages {

    static final String PATH = "/console/accounts";

    private static final List<String> STATES = List.of("invited", "active", "suspended", "closed");
    private static final Field<String> GIVEN = Field.text("given-names", 120);
    private static final Field<String> FAMILY = Field.text("family-name", 120);
    private static final Field<String> PERSON = Field.text("person", 36).hidden();
    private static final Field<Boolean> HOMONYM = Field.tick("homonym-known").optional();
    private static final Field<String> MAIL = Field.mail("mail").optional();
    private static final Field<String> REASON = Field.area("reason", 1000);

    private final Accounts accounts;
    private final VisibleAccounts visible;
    private final Invitations invitations;
    private final InvitationMail mail;
    private final Roles roles;
    private final Persons persons;
    private final Scopes scopes;
    private final PublicAddress address;
    private final Resets resets;

    AccountPages(
            Accounts accounts,
            VisibleAccounts visible,
            Invitations invitations,
            InvitationMail mail,
            Roles roles,
            Persons persons,
            Scopes scopes,
            PublicAddress address,
            Resets resets) {
        this.accounts = accounts;
        this.visible = visible;
        this.invitations = invitations;
        this.mail = mail;
        this.roles = roles;
        this.persons = persons;
        this.scopes = scopes;
        this.address = address;
        this.resets = resets;
    }

    @Needs(Right.READ_ACCOUNTS)
    @GetMapping(PATH)
    Answer list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(required = false) @Nullable UUID person) {
        String known = STATES.contains(state) ? state : "";
        List<Account> found =
                person == null
                        ? visible.list(known.isEmpty() ? null : known, before)
                        : visible.ofPerson(person);
        String older =
                person != null || found.size() < Accounts.PAGE
                        ? ""
                        : PATH + "?state=" + known + "&before=" + found.getLast().id();
        return Page.of(
                "access/accounts",
                new Listed(
                        rows(found),
                        known,
                        older,
                        person == null
                                ? Rights.current().hold(Right.REGISTER_PERSONS)
                                : persons.reached(Right.REGISTER_PERSONS, person),
                        person == null ? null : persons.get(person)));
    }

    @Needs(Right.REGISTER_PERSONS)
    @GetMapping(PATH + "/invite")
    Answer ask(@RequestParam(required = false) @Nullable UUID person) {
        if (person == null) {
            return Page.of("access/invite", new Inviting(newcomer(List.of()), List.of()));
        }
        persons.need(Right.REGISTER_PERSONS, person);
        List<Person> others = persons.homonyms(person);
        return Page.of(
                "access/invite", inviting(known(others).with(PERSON, person.toString()), others));
    }

    @Needs(value = Right.REGISTER_PERSONS, freshly = true)
    @PostMapping(PATH + "/invite")
    Answer invite(Submission sent) {
        boolean confirmed = !sent.values(HOMONYM.name()).isEmpty();
        return sent.values(PERSON.name()).isEmpty()
                ? inviteNewcomer(sent, confirmed)
                : inviteKnown(sent, confirmed);
    }

    private Answer inviteKnown(Submission sent, boolean confirmed) {
        UUID person =
                Ids.read(sent.values(PERSON.name()).getFirst())
                        .orElseThrow(() -> new Fault(AccessFault.NAME_REFUSED));
        persons.need(Right.REGISTER_PERSONS, person);
        List<Person> others = persons.homonyms(person);
        Form form = known(others).read(sent);
        if (form.wrong()) {
            return Page.of("access/invite", inviting(form, others)).status(422);
        }
        if (!others.isEmpty() && !confirmed) {
            return Page.of("access/invite", inviting(form, others)).status(409);
        }
        return link(invitations.invite(person, Actor.self(), confirmed), form.find(MAIL));
    }

    private Answer inviteNewcomer(Submission sent, boolean confirmed) {
        Form form = newcomer(List.of()).read(sent);
        if (form.wrong()) {
            return Page.of("access/invite", new Inviting(form, List.of())).status(422);
        }
        return switch (persons.register(form.get(GIVEN), form.get(FAMILY), confirmed)) {
            case PersonOutcome.Recorded(Person person) ->
                    link(invitations.invite(person.id(), Actor.self(), confirmed), form.find(MAIL));
            case PersonOutcome.Homonyms(List<Person> others) ->
                    Page.of("access/invite", inviting(newcomer(others).read(sent), others))
                            .status(409);
            case PersonOutcome.Refused _, PersonOutcome.Stale _ ->
                    throw new Fault(AccessFault.NAME_REFUSED);
        };
    }

    @Needs(Right.READ_ACCOUNTS)
    @GetMapping(PATH + "/{id}")
    Answer account(@PathVariable UUID id) {
        return Page.of("access/account", one(id, Form.of("access.reason", REASON)));
    }

    @Needs(value = Right.REGISTER_PERSONS, freshly = true)
    @PostMapping(PATH + "/{id}/link")
    Answer again(@PathVariable UUID id) {
        persons.need(Right.REGISTER_PERSONS, visible.get(id).owner().person());
        resets.last(id).ifPresent(AccountPages::mayOpenAnew);
        return link(invitations.again(id, Actor.self()), Optional.empty());
    }

    @Needs(value = Right.MANAGE_ACCOUNTS, freshly = true)
    @PostMapping(PATH + "/{id}/suspend")
    Answer suspend(@PathVariable UUID id, Submission sent) {
        Form form = Form.of("access.reason", REASON).read(sent);
        if (form.wrong()) {
            return Page.of("access/account", one(id, form)).status(422);
        }
        accounts.suspend(visible.get(id).id(), Actor.self(), form.get(REASON));
        return Redirect.to(PATH + "/" + id).saying(Notice.done("access.account.suspended"));
    }

    @Needs(value = Right.MANAGE_ACCOUNTS, freshly = true)
    @PostMapping(PATH + "/{id}/resume")
    Answer resume(@PathVariable UUID id) {
        accounts.resume(visible.get(id).id(), Actor.self());
        return Redirect.to(PATH + "/" + id).saying(Notice.done("access.account.resumed"));
    }

    @Needs(value = Right.MANAGE_ACCOUNTS, freshly = true)
    @PostMapping(PATH + "/{id}/close")
    Answer close(@PathVariable UUID id, Submission sent) {
        Form form = Form.of("access.reason", REASON).read(sent);
        if (form.wrong()) {
            return Page.of("access/account", one(id, form)).status(422);
        }
        accounts.close(visible.get(id).id(), Actor.self(), form.get(REASON));
        return Redirect.to(PATH + "/" + id).saying(Notice.done("access.account.closed"));
    }

    @Needs(value = Right.MANAGE_ACCOUNTS, freshly = true)
    @PostMapping(PATH + "/{id}/end")
    Answer end(@PathVariable UUID id, @RequestParam UUID assignment) {
        if (roles.given(visible.get(id).id()).stream()
                .noneMatch(each -> each.id().equals(assignment))) {
            throw new Fault(AccessFault.UNKNOWN_ASSIGNMENT);
        }
        roles.end(assignment, Actor.self());
        return Redirect.to(PATH + "/" + id).saying(Notice.done("access.account.role-ended"));
    }

    private List<Row> rows(List<Account> found) {
        Map<UUID, List<RoleAssignment>> held = roles.held(found.stream().map(Account::id).toList());
        return found.stream()
                .map(
                        account ->
                                new Row(
                                        account,
                                        held.getOrDefault(account.id(), List.of()).stream()
                                                .map(this::named)
                                                .toList()))
                .toList();
    }

    private Held named(RoleAssignment each) {
        return new Held(each, scopes.name(each.structure()));
    }

    private One one(UUID id, Form reason) {
        Account account = visible.get(id);
        Rights rights = Rights.current();
        boolean own = account.id().equals(Actor.self());
        List<Held> held = roles.given(id).stream().map(this::named).toList();
        return new One(
                account,
                held,
                new May(
                        persons.reached(Right.REGISTER_PERSONS, account.owner().person()),
                        rights.hold(Right.MANAGE_ACCOUNTS) && !own,
                        rights.hold(Right.PROPOSE_ROLES)),
                reason,
                resets.last(id).orElse(null));
    }

    /** The account has its roles already: the link is for those who administer accounts alone. */
    private static void mayOpenAnew(Reset reset) {
        if (reset instanceof Reset.Approved(_, UUID by, _)) {
            Rights.current().needEverywhere(Right.MANAGE_ACCOUNTS);
            if (by.equals(Actor.self())) {
                throw new Fault(AccessFault.OTHER_DECIDES);
            }
        }
    }

    private Answer link(Invitations.Issued issued, Optional<String> to) {
        String url = address.invitation(issued.token()).toString();
        boolean sent = to.isPresent() && mail.send(to.get(), url, issued.expires());
        return Page.of(
                "access/link",
                new Link(
                        accounts.get(issued.account().orElseThrow()).owner().name(),
                        url,
                        issued.expires(),
                        sent ? to.orElse("") : "",
                        to.isPresent() && mail.configured() && !sent));
    }

    private Inviting inviting(Form form, List<Person> others) {
        return new Inviting(
                form,
                others.stream()
                        .map(
                                each ->
                                        new Homonym(
                                                each,
                                                visible.ofPerson(each.id()).stream()
                                                        .findFirst()
                                                        .orElse(null)))
                        .toList());
    }

    private static Form known(List<Person> others) {
        return others.isEmpty()
                ? Form.of("access.invite", PERSON, MAIL)
                : Form.of("access.invite", PERSON, MAIL, HOMONYM);
    }

    private static Form newcomer(List<Person> others) {
        return others.isEmpty()
                ? Form.of("access.invite", GIVEN, FAMILY, MAIL)
                : Form.of("access.invite", GIVEN, FAMILY, MAIL, HOMONYM);
    }
}
