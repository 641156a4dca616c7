package org.danaya.access;

import java.time.Instant;
import java.util.Properties;
import org.danaya.base.SecretFile;
import org.danaya.base.Settings;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Sends links by mail, where the operator named an SMTP server. A mail that can't be sent stops
 * nothing: whoever invites has the link before them.
 */
@Component
final class InvitationMail {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationMail.class);
    private static final String PATIENCE_MILLISECONDS = "10000";

    private final @Nullable JavaMailSenderImpl sender;
    private final Words words;
    private final String from;

    InvitationMail(Settings settings, Words words) {
        this.sender =
                settings.find(AccessSettings.MAIL_HOST)
                        .map(host -> sender(host, settings))
                        .orElse(null);
        this.words = words;
        this.from = settings.get(AccessSettings.MAIL_FROM);
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

    private static JavaMailSenderImpl sender(String host, Settings settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(settings.get(AccessSettings.MAIL_PORT));
        sender.setDefaultEncoding("UTF-8");
        Properties properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLISECONDS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLISECONDS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLISECONDS);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.get(AccessSettings.MAIL_PROTECTION)) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        settings.find(AccessSettings.MAIL_USER)
                .ifPresent(
                        user -> {
                            properties.setProperty("mail.smtp.auth", "true");
                            sender.setUsername(user);
                        });
        settings.find(AccessSettings.MAIL_PASSWORD_FILE)
                .ifPresent(file -> sender.setPassword(SecretFile.read(file).reveal()));
        return sender;
    }
}
