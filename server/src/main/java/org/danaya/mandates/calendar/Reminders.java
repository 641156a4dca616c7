package org.danaya.mandates.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

/**
 * Says by mail that mandates and powers of offices end: 90, 30 and 7 days before, once each; and
 * that a report is due, once the mission is over and once its day has passed. The office is told of
 * all, and each person concerned of what is theirs, where the platform knows their address. All of
 * a day go in one mail, which no server keeps us from trying again the next day.
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
    private final Function<End, List<Addressees.Addressee>> concerned;
    private final MailServer mail;
    private final List<String> office;
    private final int reportDays;
    private final PublicAddress address;
    private final Words words;
    private final Clock clock;

    Reminders(
            JdbcClient jdbc,
            Supplier<LocalDate> today,
            Function<End, List<Addressees.Addressee>> concerned,
            Settings settings,
            PublicAddress address,
            Words words,
            Clock clock) {
        this.table = new EndTable(jdbc);
        this.today = today;
        this.concerned = concerned;
        this.mail = MailServer.of(settings);
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

    /** A line of a mail: what to announce, and the page where its reader sees it. */
    private record Line(Due due, String path) {}

    /** Sends what is due. Nothing is noted of which no mail could be sent. */
    void send() {
        if (!mail.configured()) {
            return;
        }
        Set<Due> told = new LinkedHashSet<>();
        letters(due())
                .forEach(
                        (to, lines) -> {
                            if (send(to, lines)) {
                                lines.forEach(line -> told.add(line.due()));
                            }
                        });
        for (Due each : told) {
            if (!table.note(
                    each.kind(), each.end().id(), each.days(), each.day(), Moments.now(clock))) {
                LOG.debug("An end was announced twice");
            }
        }
    }

    /** What goes to which address. */
    private Map<String, List<Line>> letters(List<Due> due) {
        Map<String, List<Line>> letters = new LinkedHashMap<>();
        for (Due each : due) {
            for (String to : office) {
                letters.computeIfAbsent(to, _ -> new ArrayList<>())
                        .add(new Line(each, CalendarPages.path(each.end())));
            }
            concerned.apply(each.end()).stream()
                    .filter(to -> !office.contains(to.address()))
                    .forEach(
                            to ->
                                    letters.computeIfAbsent(to.address(), _ -> new ArrayList<>())
                                            .add(new Line(each, to.path())));
        }
        return letters;
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

    private boolean send(String to, List<Line> lines) {
        return mail.send(
                to,
                words.say(Language.FRENCH, "mandates.reminder.subject", lines.size()),
                language -> text(language, lines));
    }

    private String text(Language language, List<Line> lines) {
        StringBuilder text = new StringBuilder(words.say(language, "mandates.reminder.text"));
        text.append('\n');
        for (Line line : lines) {
            Due each = line.due();
            text.append('\n')
                    .append(
                            words.say(
                                    language,
                                    "mandates.reminder." + each.kind(),
                                    each.end().number(),
                                    each.end().name(),
                                    each.day().toString(),
                                    address.page(line.path()).toString()));
        }
        return text.toString();
    }
}
