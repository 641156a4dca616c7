package org.danaya.access;

import java.time.Instant;
import org.danaya.base.Settings;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.springframework.stereotype.Component;

/**
 * Sends links by mail, where the operator named an SMTP server. A mail that can't be sent stops
 * nothing: whoever invites has the link before them.
 */
@Component
final class InvitationMail {

    private final MailServer server;
    private final Words words;

    InvitationMail(Settings settings, Words words) {
        this.server = MailServer.of(settings);
        this.words = words;
    }

    /** Whether there is a server to send with. */
    boolean configured() {
        return server.configured();
    }

    /** Sends a link, in both languages; false if it wasn't sent. */
    boolean send(String to, String link, Instant expires) {
        return server.send(
                to,
                words.say(Language.FRENCH, "access.mail.subject"),
                language -> words.say(language, "access.mail.text", link, expires.toString()));
    }
}
