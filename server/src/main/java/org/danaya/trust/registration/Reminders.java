package org.danaya.trust.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.danaya.access.MailServer;
import org.danaya.access.PublicAddress;
import org.danaya.base.Settings;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.springframework.stereotype.Component;

/**
 * Says by mail that certificates end soon: 90, 30 and 7 days before, once each, to the addresses in
 * the certificate and to the registration office. What no server took is tried again the next day.
 */
@Component
class Reminders {

    private static final List<Integer> DAYS = List.of(7, 30, 90);
    private static final int MOST = 5_000;

    private final Certificates certificates;
    private final ReminderTable table;
    private final MailServer mail;
    private final PublicAddress address;
    private final Words words;
    private final Clock clock;
    private final List<String> office;

    Reminders(
            Certificates certificates,
            ReminderTable table,
            PublicAddress address,
            Words words,
            Settings settings,
            Clock clock) {
        this.certificates = certificates;
        this.table = table;
        this.mail = MailServer.of(settings);
        this.address = address;
        this.words = words;
        this.clock = clock;
        this.office =
                settings.find(RegistrationSettings.OFFICE_MAIL).stream()
                        .flatMap(text -> Arrays.stream(text.split("[,; ]+")))
                        .filter(each -> each.contains("@"))
                        .toList();
    }

    /** Sends what is due. Nothing is noted where no mail server is configured. */
    void send() {
        if (!mail.configured()) {
            return;
        }
        Instant from = clock.instant();
        for (int days : DAYS) {
            Instant to = clock.instant().plus(Duration.ofDays(days));
            remind(days, certificates.ending(from, to, MOST));
            from = to;
        }
    }

    private void remind(int days, List<Certificate> ending) {
        List<Certificate> told = new ArrayList<>();
        for (Certificate each : ending) {
            if (each.standing().isEmpty() && table.isNew(each.id(), days)) {
                boolean reached = office.isEmpty();
                for (String to : CertificateWords.mails(CertificateWords.tbs(each.der()))) {
                    reached |= send(to, List.of(each));
                }
                if (!office.isEmpty()) {
                    told.add(each);
                } else if (reached) {
                    table.note(each.id(), days, clock.instant());
                }
            }
        }
        boolean sent = false;
        for (String to : told.isEmpty() ? List.<String>of() : office) {
            sent |= send(to, told);
        }
        if (sent) {
            told.forEach(each -> table.note(each.id(), days, clock.instant()));
        }
    }

    private boolean send(String to, List<Certificate> ending) {
        return mail.send(
                to,
                words.say(Language.FRENCH, "registration.reminder.subject", ending.size()),
                language -> text(language, ending));
    }

    private String text(Language language, List<Certificate> ending) {
        StringBuilder text =
                new StringBuilder(words.say(language, "registration.reminder.text")).append("\n");
        for (Certificate each : ending) {
            text.append("\n")
                    .append(
                            words.say(
                                    language,
                                    "registration.reminder.line",
                                    CertificateSheets.title(each),
                                    LocalDate.ofInstant(each.notAfter(), ZoneOffset.UTC).toString(),
                                    address.page(CertificatePages.PATH + "/" + each.id())
                                            .toString()));
        }
        return text.toString();
    }
}
