package org.danaya.access;

import java.util.UUID;
import org.danaya.access.AccessViews.Resetting;
import org.danaya.access.AccessViews.Wished;
import org.danaya.base.Actor;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Accounts to be opened anew, in the console. */
@Controller
class ResetPages {

    static final String PATH = "/console/resets";

    private static final Field<String> REASON = Field.area("reason", 1000);

    private final Resets resets;
    private final Accounts accounts;

    ResetPages(Resets resets, Accounts accounts) {
        this.resets = resets;
        this.accounts = accounts;
    }

    @Needs(Right.MANAGE_ACCOUNTS)
    @GetMapping(AccountPages.PATH + "/{id}/reset")
    Answer form(@PathVariable UUID id) {
        Rights.current().needEverywhere(Right.MANAGE_ACCOUNTS);
        return Page.of("access/resetting", new Resetting(accounts.get(id), wish()));
    }

    @Needs(value = Right.MANAGE_ACCOUNTS, freshly = true)
    @PostMapping(AccountPages.PATH + "/{id}/reset")
    Answer ask(@PathVariable UUID id, Submission sent) {
        Rights.current().needEverywhere(Right.MANAGE_ACCOUNTS);
        Form form = wish().read(sent);
        if (form.wrong()) {
            return Page.of("access/resetting", new Resetting(accounts.get(id), form)).status(422);
        }
        Reset asked = resets.ask(id, Actor.self(), form.get(REASON));
        return Redirect.to(PATH + "/" + asked.asked().id())
                .saying(Notice.done("access.reset.done"));
    }

    @Needs(Right.READ_ACCOUNTS)
    @GetMapping(PATH + "/{id}")
    Answer show(@PathVariable UUID id) {
        return Page.of("access/reset", wished(resets.get(id), refusal()));
    }

    @Needs(value = Right.APPROVE_ROLES, freshly = true)
    @PostMapping(PATH + "/{id}/approve")
    Answer approve(@PathVariable UUID id) {
        Rights.current().needEverywhere(Right.APPROVE_ROLES);
        resets.approve(id, Actor.self());
        return Redirect.to(PATH + "/" + id).saying(Notice.done("access.reset.approved.done"));
    }

    @Needs(value = Right.APPROVE_ROLES, freshly = true)
    @PostMapping(PATH + "/{id}/refuse")
    Answer refuse(@PathVariable UUID id, Submission sent) {
        Rights.current().needEverywhere(Right.APPROVE_ROLES);
        Form form = refusal().read(sent);
        if (form.wrong()) {
            return Page.of("access/reset", wished(resets.get(id), form)).status(422);
        }
        resets.refuse(id, Actor.self(), form.get(REASON));
        return Redirect.to(PATH + "/" + id).saying(Notice.done("access.reset.refused.done"));
    }

    @Needs(Right.MANAGE_ACCOUNTS)
    @PostMapping(PATH + "/{id}/withdraw")
    Answer withdraw(@PathVariable UUID id) {
        resets.withdraw(id, Actor.self());
        return Redirect.to(PATH + "/" + id).saying(Notice.done("access.reset.withdrawn.done"));
    }

    private Wished wished(Reset reset, Form refusal) {
        Rights.current().needEverywhere(Right.READ_ACCOUNTS);
        Reset.Asked asked = reset.asked();
        UUID self = Actor.self();
        boolean waits = reset instanceof Reset.Pending;
        return new Wished(
                reset,
                accounts.get(asked.account()),
                name(asked.by()),
                switch (reset) {
                    case Reset.Approved(_, UUID by, _) -> name(by);
                    case Reset.Refused(_, UUID by, _, _) -> name(by);
                    case Reset.Pending _, Reset.Withdrawn _ -> "";
                },
                waits
                        && !self.equals(asked.by())
                        && !self.equals(asked.account())
                        && Rights.current().holdEverywhere(Right.APPROVE_ROLES),
                waits && self.equals(asked.by()),
                refusal);
    }

    private String name(UUID account) {
        return accounts.get(account).owner().name();
    }

    private static Form wish() {
        return Form.of("access.reset", REASON);
    }

    private static Form refusal() {
        return Form.of("access.refusal", REASON);
    }
}
