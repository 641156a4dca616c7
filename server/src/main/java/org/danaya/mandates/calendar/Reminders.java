package org.danaya.mandates.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.danaya.access.MailServer;
import org.danaya.access.PublicAddress;
import org.danaya.base.Reach;
import org.danaya.base.Settings;
import org.danaya.mandates.status.MandateSettings;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.store.Moments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Says by mail that mandates and powers of offices end: 90, 30 and 7 days before, once each; and
 * that a report is due, once the mission is over and once its day has passed. All of a day go in
 * one mail, which no server keeps us from trying again the next day.
 */
final class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final List<Integer> DAYS = List.of(7, 30, 90);
    private static final Pattern BETWEEN = Pattern.compile("[,; ]+");
    private static final int MOST = 5_000;
    private static final int OVER = 90;
    private static final int LATE = 0;

    private final EndTable table;
    private final Supplier<LocalDate> today;
    private final Optional<JavaMailSender> mail;
    private final String from;
    private final List<String> office;
    private final int reportDays;
    private final PublicAddress address;
    private final Words words;
    private final Clock clock;

    Reminders(
            JdbcClient jdbc,
            Supplier<LocalDate> today,
            Settings settings,
            PublicAddress address,
            Words words,
            Clock clock) {
        this.table = new EndTable(jdbc);
        this.today = today;
        this.mail = MailServer.of(settings);
        this.from = MailServer.from(settings);
        this.office =
                settings.find(MandateSettings.OFFICE_MAIL).stream()
                        .flatMap(BETWEEN::splitAsStream)
                        .filter(each -> each.contains("@"))
                        .toList();
        this.reportDays = settings.get(MandateSettings.REPORT_DAYS);
        this.address = address;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Something to announce.
     *
     * @param kind {@code mandate}, {@code office} or {@code report}
     * @param day when it ends, or is due
     */
    private record Due(String kind, End end, int days, LocalDate day) {}

    /** Sends what is due. Nothing is noted where no mail can be sent. */
    void send() {
        if (mail.isEmpty() || office.isEmpty()) {
            return;
        }
        List<Due> due = due();
        if (due.isEmpty()) {
            return;
        }
        boolean sent = false;
        for (String to : office) {
            sent |= send(to, due);
        }
        if (sent) {
            for (Due each : due) {
                if (!table.note(
                        each.kind(),
                        each.end().id(),
                        each.days(),
                        each.day(),
                        Moments.now(clock))) {
                    LOG.debug("An end was announced twice");
                }
            }
        }
    }

    private List<Due> due() {
        List<Due> due = new ArrayList<>();
        LocalDate day = today.get();
        LocalDate after = day;
        for (int days : DAYS) {
            LocalDate until = day.plusDays(days + 1L);
            for (End end : table.between(new Reach.Everywhere(), after, until, MOST)) {
                if (end.kind() != End.Kind.DELEGATION) {
                    add(due, new Due(end.kind().code(), end, days, end.last()));
                }
            }
            after = until;
        }
        for (End end : table.due(day, MOST)) {
            LocalDate last = end.last().plusDays(reportDays);
            add(due, new Due("report", end, day.isAfter(last) ? LATE : OVER, last));
        }
        return due;
    }

    private void add(List<Due> due, Due one) {
        if (!table.isNoted(one.kind(), one.end().id(), one.days(), one.day())) {
            due.add(one);
        }
    }

    private boolean send(String to, List<Due> due) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(to);
        message.setSubject(words.say(Language.FRENCH, "mandates.reminder.subject", due.size()));
        message.setText(text(Language.FRENCH, due) + "\n\n-- \n\n" + text(Language.ENGLISH, due));
        try {
            mail.orElseThrow().send(message);
            return true;
        } catch (MailException e) {
            // The message of the exception may name the recipient: only its kind is written.
            LOG.warn("A reminder was not sent by mail: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private String text(Language language, List<Due> due) {
        StringBuilder text = new StringBuilder(words.say(language, "mandates.reminder.text"));
        text.append('\n');
        for (Due each : due) {
            text.append('\n')
                    .append(
                            words.say(
                                    language,
                                    "mandates.reminder." + each.kind(),
                                    each.end().number(),
                                    each.end().name(),
                                    each.day().toString(),
                                    address.page(CalendarPages.path(each.end())).toString()));
        }
        return text.toString();
    }
}
