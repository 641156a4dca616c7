package org.danaya.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.danaya.access.Roles;
import org.danaya.base.Fault;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.SignedIn;
import org.danaya.signin.SigninViews.Opened;
import org.danaya.signin.SigninViews.Own;
import org.danaya.signin.SigninViews.OwnKey;
import org.danaya.signin.SigninViews.OwnKeys;
import org.danaya.signin.oidc.OidcProvider;
import org.danaya.signin.passkey.Passkey;
import org.danaya.signin.passkey.Passkeys;
import org.danaya.signin.passkey.RecoveryCodes;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: passkeys and sessions. */
@Controller
class MyPages {

    private static final String PASSKEYS = "/account/passkeys";
    private static final String SESSIONS = "/account/sessions";
    private static final Field<String> LABEL = Field.text("label", 100);

    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final Sessions sessions;
    private final Roles roles;
    private final Providers providers;

    MyPages(
            Passkeys passkeys,
            RecoveryCodes codes,
            Sessions sessions,
            Roles roles,
            Providers providers) {
        this.passkeys = passkeys;
        this.codes = codes;
        this.sessions = sessions;
        this.roles = roles;
        this.providers = providers;
    }

    @SignedIn
    @GetMapping("/account")
    Answer account() {
        SignedInPerson self = self();
        return Page.of(
                "signin/account",
                new Own(
                        self.displayName(),
                        roles.held(self.account()),
                        passkeys.of(self.account()).size(),
                        codes.left(self.account()),
                        providers.configured().map(OidcProvider::name).orElse("")));
    }

    @SignedIn
    @GetMapping(PASSKEYS)
    Answer passkeys() {
        UUID account = self().account();
        return Page.of("signin/passkeys", new OwnKeys(passkeys.of(account), codes.left(account)));
    }

    @SignedIn(freshly = true)
    @GetMapping(PASSKEYS + "/new")
    Answer another() {
        return Page.of("signin/another", Form.of("signin.another", LABEL));
    }

    @SignedIn(freshly = true)
    @PostMapping(path = PASSKEYS + "/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> challenge(Submission sent) {
        return Form.of("signin.another", LABEL).read(sent).wrong()
                ? EnrolPages.WRONG_FORM
                : ResponseEntity.ok(passkeys.askToAdd(self().account()));
    }

    @SignedIn(freshly = true)
    @PostMapping(PASSKEYS + "/new")
    Answer add(Submission sent) {
        Form form = Form.of("signin.another", LABEL).read(sent);
        if (!form.wrong()) {
            try {
                passkeys.add(
                        self().account(),
                        form.get(LABEL),
                        EnrolPages.one(sent, "challenge"),
                        EnrolPages.one(sent, "credential"));
                return Redirect.to(PASSKEYS).saying(Notice.done("signin.another.done"));
            } catch (Fault fault) {
                form = form.refuse("fault." + fault.code().code(), fault.facts().toArray());
            }
        }
        return Page.of("signin/another", form).status(422);
    }

    @SignedIn
    @GetMapping(PASSKEYS + "/{id}")
    Answer passkey(@PathVariable UUID id) {
        Passkey passkey = own(id);
        return Page.of("signin/passkey", new OwnKey(passkey, named().with(LABEL, passkey.label())));
    }

    @SignedIn
    @PostMapping(PASSKEYS + "/{id}")
    Answer rename(@PathVariable UUID id, Submission sent) {
        Passkey passkey = own(id);
        Form form = named().read(sent);
        if (form.wrong()) {
            return Page.of("signin/passkey", new OwnKey(passkey, form)).status(422);
        }
        passkeys.rename(self().account(), id, form.get(LABEL));
        return Redirect.to(PASSKEYS).saying(Notice.done("signin.passkey.renamed"));
    }

    @SignedIn(freshly = true)
    @PostMapping(PASSKEYS + "/{id}/remove")
    Answer remove(@PathVariable UUID id) {
        passkeys.remove(self().account(), id);
        return Redirect.to(PASSKEYS).saying(Notice.done("signin.passkey.removed"));
    }

    @SignedIn
    @GetMapping(SESSIONS)
    Answer sessions(HttpServletRequest request) {
        return Page.of(
                "signin/sessions",
                new Opened(sessions.of(self().account(), request.getSession(false))));
    }

    @SignedIn
    @PostMapping(SESSIONS + "/end")
    Answer end(@RequestParam(defaultValue = "") String session) {
        sessions.end(self().account(), session);
        return Redirect.to(SESSIONS).saying(Notice.done("signin.sessions.ended"));
    }

    @SignedIn
    @PostMapping(SESSIONS + "/end-all")
    Answer endAll() {
        sessions.endAll(self().account());
        return Redirect.to("/sign-in");
    }

    private Passkey own(UUID id) {
        return passkeys.of(self().account()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Fault(SigninFault.UNKNOWN_PASSKEY));
    }

    private static Form named() {
        return Form.of("signin.passkey", LABEL);
    }

    private static SignedInPerson self() {
        return SessionContexts.current().orElseThrow();
    }
}
