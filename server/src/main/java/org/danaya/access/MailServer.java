package org.danaya.access;

import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.danaya.base.SecretFile;
import org.danaya.base.Settings;
import org.danaya.page.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The SMTP server that the operator named, if any. For any number of threads. */
public final class MailServer {

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
    private static final String PATIENCE_MILLISECONDS = "10000";

    private final Optional<JavaMailSender> sender;
    private final String from;

    private MailServer(Optional<JavaMailSender> sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    /** The server that settings name. */
    public static MailServer of(Settings settings) {
        return new MailServer(
                settings.find(AccessSettings.MAIL_HOST).map(host -> sender(host, settings)),
                settings.get(AccessSettings.MAIL_FROM));
    }

    /** Whether there is a server to send with. */
    public boolean configured() {
        return sender.isPresent();
    }

    /**
     * Sends a mail in both languages, French first. That it wasn't sent is logged, without to whom.
     *
     * @param subject in French
     * @return whether the server took it; false where there is none
     */
    public boolean send(String to, String subject, Function<Language, String> text) {
        if (sender.isEmpty()) {
            return false;
        }
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(to);
        message.setSubject(subject);
        message.setText(
                text.apply(Language.FRENCH) + "\n\n-- \n\n" + text.apply(Language.ENGLISH) + "\n");
        try {
            sender.get().send(message);
            return true;
        } catch (MailException e) {
            // The message of the exception may name the recipient: only its kind is written.
            LOG.warn("“{}” was not sent by mail: {}", subject, e.getClass().getSimpleName());
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
