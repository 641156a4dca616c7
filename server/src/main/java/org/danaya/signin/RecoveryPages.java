package org.danaya.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Account;
import org.danaya.base.Fault;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Notice;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.SignedIn;
import org.danaya.signin.Demand.WhileRecovering;
import org.danaya.signin.SigninViews.Codes;
import org.danaya.signin.passkey.Passkeys;
import org.danaya.signin.passkey.RecoveryCodes;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Recovery codes: making them, and getting back in with one. */
@Controller
class RecoveryPages {

    private static final Field<String> CODE = Field.text("code", 60).autocomplete("off");
    private static final Field<String> LABEL = Field.text("label", 100);

    private final RecoveryCodes codes;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Attempts attempts;

    RecoveryPages(RecoveryCodes codes, Passkeys passkeys, Sessions sessions, Attempts attempts) {
        this.codes = codes;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    @Open
    @GetMapping("/recover")
    Answer ask() {
        return Page.of("signin/recover", Form.of("signin.recover", CODE)).unkept();
    }

    @Open
    @PostMapping("/recover")
    Answer use(Submission sent, HttpServletRequest request) {
        attempts.count(request.getRemoteAddr());
        Form form = Form.of("signin.recover", CODE).read(sent);
        Optional<Account.Active> owner =
                form.wrong() ? Optional.empty() : codes.use(form.get(CODE));
        if (owner.isEmpty()) {
            sessions.failed(request, Sessions.By.RECOVERY_CODE, "unknown or used");
            Form refused =
                    form.wrong()
                            ? form
                            : Form.of("signin.recover", CODE)
                                    .refuse(CODE, "signin.recover.refused");
            return Page.of("signin/recover", refused).status(422).unkept();
        }
        sessions.begin(request, owner.get().id(), Sessions.By.RECOVERY_CODE);
        return Redirect.to("/recover/passkey");
    }

    @SignedIn
    @WhileRecovering
    @GetMapping("/recover/passkey")
    Answer renew() {
        return Page.of("signin/renew", Form.of("signin.renew", LABEL));
    }

    @SignedIn
    @WhileRecovering
    @PostMapping(path = "/recover/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> challenge(Submission sent) {
        UUID account = recovering();
        return Form.of("signin.renew", LABEL).read(sent).wrong()
                ? EnrolPages.WRONG_FORM
                : ResponseEntity.ok(passkeys.askToAdd(account));
    }

    @SignedIn
    @WhileRecovering
    @PostMapping("/recover/passkey")
    Answer renewed(Submission sent, HttpServletRequest request) {
        UUID account = recovering();
        Form form = Form.of("signin.renew", LABEL).read(sent);
        if (!form.wrong()) {
            try {
                passkeys.add(
                        account,
                        form.get(LABEL),
                        EnrolPages.one(sent, "challenge"),
                        EnrolPages.one(sent, "credential"));
                sessions.begin(request, account, Sessions.By.PASSKEY);
                return Redirect.to("/account/passkeys").saying(Notice.done("signin.renew.done"));
            } catch (Fault fault) {
                form = form.refuse("fault." + fault.code().code(), fault.facts().toArray());
            }
        }
        return Page.of("signin/renew", form).status(422);
    }

    @SignedIn
    @GetMapping("/account/recovery")
    Answer own() {
        return Page.of("signin/codes", new Codes(codes.left(self()), List.of()));
    }

    @SignedIn(freshly = true)
    @PostMapping("/account/recovery")
    Answer make() {
        List<String> shown = codes.make(self()).stream().map(RecoveryCodes::shown).toList();
        return Page.of("signin/codes", new Codes(shown.size(), shown)).unkept();
    }

    /** The account of a session that a recovery code opened; other sessions add keys elsewhere. */
    private static UUID recovering() {
        return SessionContexts.current()
                .filter(SignedInPerson::recovering)
                .map(SignedInPerson::account)
                .orElseThrow(() -> new Fault(SigninFault.CHALLENGE_REFUSED));
    }

    private static UUID self() {
        return SessionContexts.current().orElseThrow().account();
    }
}
