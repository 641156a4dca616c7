package org.danaya.consultation.observation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.danaya.access.MailServer;
import org.danaya.access.PublicAddress;
import org.danaya.base.Settings;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.danaya.page.Language;
import org.danaya.page.PageSettings;
import org.danaya.page.Words;

/**
 * Says by mail to the people who write for a structure that it is asked about a text, and that its
 * deadline comes near: once when it is asked, then 7 days, 2 days and 1 day before. What one person
 * has to know goes in one mail. Nothing is noted of which no mail could be sent, so that it is
 * tried again.
 */
final class ReferralReminders {

    private static final List<Integer> HOURS = List.of(168, 48, 24);

    /** Two mails about the same come no nearer than so many hours. */
    private static final int APART = 12;

    private static final int MOST = 5_000;

    private final Referrals referrals;
    private final TextRegister texts;
    private final Correspondents correspondents;
    private final MailServer mail;
    private final ZoneId zone;
    private final PublicAddress address;
    private final Words words;
    private final Clock clock;

    ReferralReminders(
            Referrals referrals,
            TextRegister texts,
            Correspondents correspondents,
            Settings settings,
            PublicAddress address,
            Words words,
            Clock clock) {
        this.referrals = referrals;
        this.texts = texts;
        this.correspondents = correspondents;
        this.mail = MailServer.of(settings);
        this.zone = settings.get(PageSettings.TIME_ZONE);
        this.address = address;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Whom to write to.
     *
     * @param accounts those who write for structures, by structure
     * @param addresses where to write to an account's person; none where nobody knows
     */
    record Correspondents(
            Function<Set<UUID>, Map<UUID, Set<UUID>>> accounts,
            Function<UUID, Set<String>> addresses) {}

    /**
     * A referral to be told about.
     *
     * @param hours before its deadline
     */
    private record Due(Referral.Head head, int hours) {}

    /** Sends what is due. */
    void send() {
        if (!mail.configured()) {
            return;
        }
        List<Due> due = due();
        Set<Due> told = new LinkedHashSet<>();
        letters(due)
                .forEach(
                        (to, lines) -> {
                            if (send(to, lines)) {
                                told.addAll(lines);
                            }
                        });
        for (Due each : told) {
            referrals.reminded(each.head().id(), each.head().deadline(), each.hours());
        }
    }

    private List<Due> due() {
        Instant now = clock.instant();
        Map<UUID, Integer> told = referrals.told();
        List<Due> due = new ArrayList<>();
        for (Referral each : referrals.awaited(MOST)) {
            Referral.Head head = each.head();
            int left = (int) Duration.between(now, head.deadline()).plusMinutes(59).toHours();
            Integer before = told.get(head.id());
            if (before == null) {
                due.add(new Due(head, left));
            } else {
                HOURS.stream()
                        .filter(hours -> left <= hours && before - hours >= APART)
                        .min(Integer::compare)
                        .ifPresent(hours -> due.add(new Due(head, hours)));
            }
        }
        return due;
    }

    /** What goes to which address. */
    private Map<String, List<Due>> letters(List<Due> due) {
        Set<UUID> structures = new LinkedHashSet<>();
        due.forEach(each -> structures.add(each.head().structure().id()));
        Map<UUID, Set<UUID>> accounts = correspondents.accounts().apply(structures);
        Map<String, List<Due>> letters = new LinkedHashMap<>();
        for (Due each : due) {
            Set<String> addresses = new LinkedHashSet<>();
            accounts.getOrDefault(each.head().structure().id(), Set.of())
                    .forEach(one -> addresses.addAll(correspondents.addresses().apply(one)));
            addresses.forEach(to -> letters.computeIfAbsent(to, _ -> new ArrayList<>()).add(each));
        }
        return letters;
    }

    private boolean send(String to, List<Due> lines) {
        return mail.send(
                to,
                words.say(Language.FRENCH, "observation.reminder.subject", lines.size()),
                language -> text(language, lines));
    }

    private String text(Language language, List<Due> lines) {
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", language.locale()).withZone(zone);
        StringBuilder text = new StringBuilder(words.say(language, "observation.reminder.text"));
        text.append('\n');
        for (Due line : lines) {
            TextVersion version = texts.version(line.head().version());
            text.append('\n')
                    .append(
                            words.say(
                                    language,
                                    "observation.reminder.line",
                                    texts.get(version.head().dossier()).title(),
                                    Integer.toString(version.head().number()),
                                    line.head().structure().name(),
                                    time.format(line.head().deadline()),
                                    address.page("/account/texts/" + line.head().id()).toString()));
        }
        return text.toString();
    }
}
