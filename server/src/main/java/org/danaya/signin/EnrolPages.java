package org.danaya.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.danaya.access.AccessFault;
import org.danaya.access.Account;
import org.danaya.access.Invitation;
import org.danaya.access.Invitations;
import org.danaya.access.Invitations.Newcomer;
import org.danaya.access.Secrets;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.signin.SigninViews.Step;
import org.danaya.signin.passkey.Passkeys;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * From a link to the first passkey. Looking uses the link up neither with GET nor with POST; only
 * the passkey does.
 */
@Controller
class EnrolPages {

    /** The page that a link leads to; the secret stands behind a {@code #}. */
    static final String PATH = "/enrol";

    /** What a challenge's address answers where the form must be corrected before. */
    static final ResponseEntity<String> WRONG_FORM =
            ResponseEntity.unprocessableContent().body("{}");

    private static final Field<String> TOKEN = Field.text("token", 80);
    private static final Field<String> KEPT = Field.text("token", 80).hidden();
    private static final Field<String> GIVEN =
            Field.text("given-names", 120).autocomplete("given-name");
    private static final Field<String> FAMILY =
            Field.text("family-name", 120).autocomplete("family-name");
    private static final Field<String> LABEL = Field.text("label", 100);

    private final Invitations invitations;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Attempts attempts;

    EnrolPages(Invitations invitations, Passkeys passkeys, Sessions sessions, Attempts attempts) {
        this.invitations = invitations;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    @Open
    @GetMapping(PATH)
    Answer link() {
        return Page.of("signin/link", Form.of("signin.enrol", TOKEN)).unkept();
    }

    @Open
    @PostMapping(PATH)
    Answer look(Submission sent, HttpServletRequest request) {
        attempts.count(request.getRemoteAddr());
        Form form = Form.of("signin.enrol", TOKEN).read(sent);
        if (form.wrong()) {
            return Page.of("signin/link", form).status(422).unkept();
        }
        Secret token = Secrets.typed(form.get(TOKEN));
        return invitations
                .find(token)
                .<Answer>map(
                        found ->
                                Page.of(
                                                "signin/enrol",
                                                new Step(
                                                        empty(found).with(KEPT, token.reveal()),
                                                        name(found)))
                                        .unkept())
                .orElseGet(
                        () ->
                                Page.of(
                                                "signin/link",
                                                Form.of("signin.enrol", TOKEN)
                                                        .refuse("fault.access.link-refused"))
                                        .status(422)
                                        .unkept());
    }

    @Open
    @PostMapping(path = PATH + "/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> challenge(Submission sent, HttpServletRequest request) {
        attempts.count(request.getRemoteAddr());
        Secret token = token(sent);
        return empty(found(token)).read(sent).wrong()
                ? WRONG_FORM
                : ResponseEntity.ok(passkeys.askToEnrol(token, newcomer(sent)));
    }

    @Open
    @PostMapping(PATH + "/passkey")
    Answer passkey(Submission sent, HttpServletRequest request) {
        attempts.count(request.getRemoteAddr());
        Secret token = token(sent);
        Invitation invitation = found(token);
        Form form = empty(invitation).read(sent);
        if (form.wrong()) {
            return Page.of("signin/enrol", new Step(form, name(invitation))).status(422).unkept();
        }
        try {
            Account.Active account =
                    passkeys.enrol(
                            token,
                            newcomer(sent),
                            form.get(LABEL),
                            one(sent, "challenge"),
                            one(sent, "credential"));
            sessions.begin(request, account.id(), Sessions.By.PASSKEY);
        } catch (Fault fault) {
            if (!(fault.code() instanceof SigninFault)) {
                throw fault;
            }
            return Page.of(
                            "signin/enrol",
                            new Step(form.refuse("fault." + fault.code().code()), name(invitation)))
                    .status(422)
                    .unkept();
        }
        return Redirect.to("/account/recovery");
    }

    /** The one value of a field; empty where there is none. */
    static String one(Submission sent, String field) {
        return sent.values(field).stream().findFirst().orElse("");
    }

    private Invitation found(Secret token) {
        return invitations.find(token).orElseThrow(() -> new Fault(AccessFault.LINK_REFUSED));
    }

    private static Form empty(Invitation invitation) {
        return switch (invitation) {
            case Invitation.ToAccount _ -> Form.of("signin.enrol", KEPT, LABEL);
            case Invitation.ToNewcomer _ -> Form.of("signin.enrol", KEPT, GIVEN, FAMILY, LABEL);
        };
    }

    private static String name(Invitation invitation) {
        return switch (invitation) {
            case Invitation.ToAccount(_, _, String name) -> name;
            case Invitation.ToNewcomer _ -> "";
        };
    }

    private static Secret token(Submission sent) {
        return Secrets.typed(one(sent, "token"));
    }

    private static Newcomer newcomer(Submission sent) {
        return new Newcomer(one(sent, "given-names").strip(), one(sent, "family-name").strip());
    }
}
