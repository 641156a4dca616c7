package org.danaya.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.danaya.access.AccessFault;
import org.danaya.access.PublicAddress;
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
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A link that signs in once, without a passkey, as an example: only where the installation's
 * purpose is a demonstration, in which everything is invented. Elsewhere this door isn't there.
 */
@Controller
@ConditionalOnProperty(name = "danaya.purpose", havingValue = "demo")
public class DemonstrationDoor {

    private static final String PATH = "/demonstration";
    private static final int LETTERS = 32;
    private static final Field<String> TOKEN = Field.text("token", 80);

    private final AtomicReference<Optional<Opened>> opened =
            new AtomicReference<>(Optional.empty());
    private final Secrets secrets;
    private final Sessions sessions;
    private final Attempts attempts;
    private final PublicAddress address;

    DemonstrationDoor(
            Secrets secrets, Sessions sessions, Attempts attempts, PublicAddress address) {
        this.secrets = secrets;
        this.sessions = sessions;
        this.attempts = attempts;
        this.address = address;
    }

    /** Who may come in, and by what word. */
    private record Opened(UUID account, Secret token) {

        boolean is(Secret typed) {
            return MessageDigest.isEqual(bytes(token), bytes(typed));
        }

        private static byte[] bytes(Secret secret) {
            return secret.reveal().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A link by which its holder signs in once as somebody; it replaces the one before. */
    public URI open(UUID account) {
        Secret token = secrets.draw(LETTERS);
        opened.set(Optional.of(new Opened(account, token)));
        return address.page(PATH + "#" + token.reveal());
    }

    @Open
    @GetMapping(PATH)
    Answer door() {
        return Page.of("signin/demonstration", form()).unkept();
    }

    @Open
    @PostMapping(PATH)
    Answer enter(Submission sent, HttpServletRequest request) {
        attempts.count(request.getRemoteAddr());
        Form form = form().read(sent);
        if (form.wrong()) {
            return Page.of("signin/demonstration", form).status(422).unkept();
        }
        Secret typed = Secrets.typed(form.get(TOKEN));
        Optional<Opened> there = opened.get();
        Opened door =
                there.filter(each -> each.is(typed))
                        .filter(_ -> opened.compareAndSet(there, Optional.empty()))
                        .orElseThrow(() -> new Fault(AccessFault.LINK_REFUSED));
        sessions.begin(request, door.account(), Sessions.By.DEMONSTRATION);
        return Redirect.to("/console");
    }

    private static Form form() {
        return Form.of("signin.demonstration", TOKEN);
    }
}
