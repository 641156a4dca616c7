package org.danaya.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
import org.danaya.signin.SigninViews.Door;
import org.danaya.signin.oidc.OidcProvider;
import org.danaya.signin.passkey.Passkeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Signing in with a passkey, and out. */
@Controller
class SignInPages {

    private static final Field<String> NEXT = Field.text("next", 1000).hidden().optional();

    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Providers providers;

    SignInPages(Passkeys passkeys, Sessions sessions, Attempts attempts, Providers providers) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.attempts = attempts;
        this.providers = providers;
    }

    @Open
    @GetMapping("/sign-in")
    Answer door(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String provider) {
        if (SessionContexts.current().isPresent()) {
            return Redirect.to(within(next));
        }
        Form form = Form.of("signin.door", NEXT).with(NEXT, within(next));
        return provider.equals("silent") && providers.configured().isPresent()
                ? page(form, "signin.provider.unreachable").status(503)
                : page(form, "");
    }

    /** The door, which says why nobody came in through the provider. */
    Page refused(String key) {
        return page(Form.of("signin.door", NEXT), key).status(422);
    }

    @Open
    @PostMapping(path = "/sign-in/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String challenge(HttpServletRequest request) {
        attempts.count(request.getRemoteAddr());
        return passkeys.askToSignIn();
    }

    @Open
    @PostMapping("/sign-in")
    Answer enter(Submission sent, HttpServletRequest request) {
        attempts.count(request.getRemoteAddr());
        Form form = Form.of("signin.door", NEXT).read(sent);
        Optional<Account.Active> account;
        try {
            account =
                    passkeys.signIn(
                            EnrolPages.one(sent, "challenge"), EnrolPages.one(sent, "credential"));
        } catch (Fault fault) {
            return refused(form, request, fault.code().code());
        }
        if (account.isEmpty()) {
            return refused(form, request, "signin.passkey-refused");
        }
        sessions.begin(request, account.get().id(), Sessions.By.PASSKEY);
        return Redirect.to(within(form.find(NEXT).orElse("")));
    }

    @SignedIn
    @WhileRecovering
    @PostMapping("/sign-out")
    Answer leave(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            SessionContexts.current()
                    .ifPresent(person -> sessions.signOut(session, person.account()));
        }
        return Redirect.to("/sign-in").saying(Notice.done("signin.signed-out"));
    }

    /** A path of this site, or the console: no link leads elsewhere through our door. */
    static String within(@Nullable String next) {
        return next != null
                        && next.matches("/[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*")
                        && !next.startsWith("//")
                        && !next.startsWith("/sign-")
                ? next
                : "/console";
    }

    private Answer refused(Form form, HttpServletRequest request, String why) {
        sessions.failed(request, Sessions.By.PASSKEY, why);
        return page(form.refuse("fault." + why), "").status(422);
    }

    private Page page(Form form, String why) {
        String next = form.find(NEXT).orElse("/console");
        return Page.of(
                "signin/door",
                new Door(
                        form,
                        providers.configured().map(OidcProvider::name).orElse(""),
                        "/sign-in/provider?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8),
                        why));
    }
}
