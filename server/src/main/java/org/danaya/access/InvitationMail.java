package org.danaya.access;

import java.time.Instant;
import org.danaya.base.Settings;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Sends links by mail, where the operator named an SMTP server. A mail that can't be sent stops
 * nothing: whoever invites has the link before them.
 */
@Component
final class InvitationMail {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationMail.class);

    private final @Nullable JavaMailSender sender;
    private final Words words;
    private final String from;

    InvitationMail(Settings settings, Words words) {
        this.sender = MailServer.of(settings).orElse(null);
        this.words = words;
        this.from = MailServer.from(settings);
    }

    /** Whether there is a server to send with. */
    boolean configured() {
        return sender != null;
    }

    /** Sends a link, in both languages; false if it wasn't sent. */
    boolean send(String to, String link, Instant expires) {
        if (sender == null) {
            return false;
        }
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(to);
        message.setSubject(words.say(Language.FRENCH, "access.mail.subject"));
        message.setText(
                words.say(Language.FRENCH, "access.mail.text", link, expires.toString())
                        + "\n\n-- \n\n"
                        + words.say(Language.ENGLISH, "access.mail.text", link, expires.toString())
                        + "\n");
        try {
            sender.send(message);
            return true;
        } catch (MailException e) {
            // The message of the exception may name the recipient: only its kind is written.
            LOG.warn("An invitation was not sent by mail: {}", e.getClass().getSimpleName());
            return false;
        }
    }
}
