package org.danaya.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.AccessViews.Decision;
import org.danaya.access.AccessViews.Proposal;
import org.danaya.access.AccessViews.Proposals;
import org.danaya.access.AccessViews.Proposing;
import org.danaya.access.AccessViews.Waiting;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.base.Settings;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.PageSettings;
import org.danaya.page.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Proposals about roles in the console. */
@Controller
class RolePages {

    static final String PATH = "/console/roles";

    private static final Field<String> STRUCTURE = Field.text("structure", 40).optional();
    private static final Field<LocalDate> UNTIL = Field.date("until").optional();
    private static final Field<String> REASON = Field.area("reason", 1000);

    private final Roles roles;
    private final Accounts accounts;
    private final VisibleAccounts visible;
    private final Scopes scopes;
    private final Resets resets;
    private final ZoneId zone;

    RolePages(
            Roles roles,
            Accounts accounts,
            VisibleAccounts visible,
            Scopes scopes,
            Resets resets,
            Settings settings) {
        this.roles = roles;
        this.accounts = accounts;
        this.visible = visible;
        this.scopes = scopes;
        this.resets = resets;
        this.zone = settings.get(PageSettings.TIME_ZONE);
    }

    @Needs(Right.READ_ACCOUNTS)
    @GetMapping(PATH)
    Answer list() {
        return Page.of(
                "access/proposals",
                new Proposals(
                        roles.proposals().stream()
                                .filter(each -> seen(each.asked().structure()))
                                .map(this::shown)
                                .toList(),
                        seen(null)
                                ? resets.pending().stream().map(this::waiting).toList()
                                : List.of(),
                        roles.approvable()));
    }

    @Needs(Right.PROPOSE_ROLES)
    @GetMapping(AccountPages.PATH + "/{id}/propose")
    Answer ask(@PathVariable UUID id) {
        return Page.of(
                "access/propose", new Proposing(visible.get(id), form(), roles.approvable()));
    }

    @Needs(value = Right.PROPOSE_ROLES, freshly = true)
    @PostMapping(AccountPages.PATH + "/{id}/propose")
    Answer propose(@PathVariable UUID id, Submission sent) {
        Account account = visible.get(id);
        Form form = form().read(sent);
        Optional<UUID> structure = form.find(STRUCTURE).flatMap(scopes::find);
        if (form.find(STRUCTURE).isPresent() && structure.isEmpty()) {
            form = form.refuse(STRUCTURE, "access.propose.unknown-structure");
        }
        if (form.wrong()) {
            return Page.of("access/propose", new Proposing(account, form, roles.approvable()))
                    .status(422);
        }
        Instant until =
                form.find(UNTIL)
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                        .orElse(null);
        Roles.Wish wish =
                new Roles.Wish(
                        id,
                        Role.of(form.get(role())).orElseThrow(),
                        structure.orElse(null),
                        null,
                        until,
                        form.get(REASON));
        return switch (roles.propose(wish, Actor.self())) {
            case RoleOutcome.Proposed _ ->
                    Redirect.to(PATH).saying(Notice.done("access.propose.done"));
            case RoleOutcome.Forbidden(RoleOutcome.Rule rule) ->
                    Page.of(
                                    "access/propose",
                                    new Proposing(
                                            account,
                                            form.refuse("access.rule." + rule.code()),
                                            roles.approvable()))
                            .status(422);
            case RoleOutcome.Granted _, RoleOutcome.Ended _ -> Redirect.to(PATH);
        };
    }

    @Needs(Right.READ_ACCOUNTS)
    @GetMapping(PATH + "/{id}")
    Answer proposal(@PathVariable UUID id) {
        return Page.of("access/proposal", decision(id, refusal()));
    }

    @Needs(value = Right.APPROVE_ROLES, freshly = true)
    @PostMapping(PATH + "/{id}/approve")
    Answer approve(@PathVariable UUID id) {
        return decided(id, roles.approve(id, Actor.self()), "access.proposal.approved.done");
    }

    @Needs(value = Right.APPROVE_ROLES, freshly = true)
    @PostMapping(PATH + "/{id}/refuse")
    Answer refuse(@PathVariable UUID id, Submission sent) {
        Form form = refusal().read(sent);
        return form.wrong()
                ? Page.of("access/proposal", decision(id, form)).status(422)
                : decided(
                        id,
                        roles.refuse(id, Actor.self(), form.get(REASON)),
                        "access.proposal.refused.done");
    }

    @Needs(Right.PROPOSE_ROLES)
    @PostMapping(PATH + "/{id}/withdraw")
    Answer withdraw(@PathVariable UUID id) {
        return decided(id, roles.withdraw(id, Actor.self()), "access.proposal.withdrawn.done");
    }

    private Answer decided(UUID id, RoleOutcome outcome, String done) {
        return switch (outcome) {
            case RoleOutcome.Granted _, RoleOutcome.Ended _ ->
                    Redirect.to(PATH).saying(Notice.done(done));
            case RoleOutcome.Forbidden(RoleOutcome.Rule rule) ->
                    Page.of(
                                    "access/proposal",
                                    decision(id, refusal().refuse("access.rule." + rule.code())))
                            .status(409);
            case RoleOutcome.Proposed _ -> Redirect.to(PATH);
        };
    }

    private Decision decision(UUID id, Form refusal) {
        RoleProposal proposal = roles.proposal(id);
        if (!seen(proposal.asked().structure())) {
            throw new Fault(AccessFault.UNKNOWN_PROPOSAL);
        }
        return new Decision(shown(proposal), refusal);
    }

    private Proposal shown(RoleProposal proposal) {
        RoleProposal.Asked asked = proposal.asked();
        UUID self = Actor.self();
        boolean pending = proposal instanceof RoleProposal.Pending;
        return new Proposal(
                proposal,
                name(asked.account()),
                scopes.name(asked.structure()),
                name(asked.proposedBy()),
                switch (proposal) {
                    case RoleProposal.Approved(_, UUID by, _) -> name(by);
                    case RoleProposal.Refused(_, UUID by, _, _) -> name(by);
                    case RoleProposal.Pending _, RoleProposal.Withdrawn _ -> "";
                },
                pending
                        && !self.equals(asked.proposedBy())
                        && !self.equals(asked.account())
                        && Rights.current().hold(Right.APPROVE_ROLES),
                pending && self.equals(asked.proposedBy()));
    }

    private static boolean seen(@Nullable UUID structure) {
        return Rights.current()
                .reach(Right.READ_ACCOUNTS)
                .filter(
                        reach ->
                                structure == null
                                        ? reach instanceof Reach.Everywhere
                                        : reach.covers(structure))
                .isPresent();
    }

    private Waiting waiting(Reset reset) {
        return new Waiting(reset.asked(), name(reset.asked().account()));
    }

    private String name(UUID account) {
        return accounts.get(account).owner().name();
    }

    private Form form() {
        return Form.of("access.propose", role(), STRUCTURE, UNTIL, REASON);
    }

    private static Form refusal() {
        return Form.of("access.refusal", REASON);
    }

    /** The roles that the person who looks may give, within whatever scope. */
    private Field<String> role() {
        UUID self = Actor.self();
        List<Option> options =
                Arrays.stream(Role.values())
                        .filter(
                                role ->
                                        roles.held(self).stream()
                                                .anyMatch(own -> own.role().gives().contains(role)))
                        .map(role -> Option.worded(role.code(), "access.role." + role.code()))
                        .toList();
        return Field.choice("role", options);
    }
}
