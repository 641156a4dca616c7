package org.danaya.access;

import java.util.Optional;
import java.util.Properties;
import org.danaya.base.SecretFile;
import org.danaya.base.Settings;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The SMTP server that the operator named, if any. */
public final class MailServer {

    private static final String PATIENCE_MILLISECONDS = "10000";

    private MailServer() {}

    /** What sends; nothing where no server is set. */
    public static Optional<JavaMailSender> of(Settings settings) {
        return settings.find(AccessSettings.MAIL_HOST).map(host -> sender(host, settings));
    }

    /** In whose name it sends. */
    public static String from(Settings settings) {
        return settings.get(AccessSettings.MAIL_FROM);
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
