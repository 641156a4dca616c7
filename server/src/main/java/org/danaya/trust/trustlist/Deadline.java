package org.danaya.trust.trustlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.access.MailServer;
import org.danaya.base.Right;
import org.danaya.base.Settings;
import org.danaya.page.Glance;
import org.danaya.page.Language;
import org.danaya.page.Notice;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.page.Visitor;
import org.danaya.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says in good time that the list must be renewed, which only people do: in the console, at its
 * first page, by mail.
 */
@Component
final class Deadline implements Notice.Standing, Glance {

    private static final int WEEK = 7;

    private final EditionTable editions;
    private final DraftTable drafts;
    private final Clock clock;
    private final Duration alert;
    private final Words words;
    private final Settings settings;
    private final MailServer mail;

    /** When the last edition ends; read by the job, so that pages ask no table. */
    private volatile @Nullable Instant next;

    Deadline(
            EditionTable editions, DraftTable drafts, Clock clock, Words words, Settings settings) {
        this.editions = editions;
        this.drafts = drafts;
        this.clock = clock;
        this.alert = Duration.ofDays(settings.get(TrustlistSettings.ALERT_DAYS));
        this.words = words;
        this.settings = settings;
        this.mail = MailServer.of(settings);
    }

    /** Looks at the last edition. */
    void look() {
        next = editions.last().map(Edition::nextUpdate).orElse(null);
    }

    /** How many days are left; nothing while there is time or no list. */
    private Optional<Long> left() {
        Instant end = next;
        Instant now = clock.instant();
        return end == null || now.isBefore(end.minus(alert))
                ? Optional.empty()
                : Optional.of(Duration.between(now, end).toDays());
    }

    @Override
    public List<Notice> notices() {
        return left().map(
                        days ->
                                List.of(
                                        overdue()
                                                ? Notice.danger("trustlist.deadline.overdue")
                                                : Notice.warning(
                                                        "trustlist.deadline.soon",
                                                        Long.toString(days))))
                .orElse(List.of());
    }

    private boolean overdue() {
        Instant end = next;
        return end != null && end.isBefore(clock.instant());
    }

    @Override
    public List<Glance.Seen> look(Visitor visitor) {
        if (!visitor.rights().contains(Right.READ_TRUST_LIST)) {
            return List.of();
        }
        boolean approves = visitor.rights().contains(Right.APPROVE_TRUST_LIST);
        if (approves && drafts.current().filter(Draft.Submitted.class::isInstance).isPresent()) {
            return List.of(
                    Glance.Seen.waiting(
                            new Tag("trustlist.draft.submitted", Tone.WARNING),
                            "trustlist.glance.waits",
                            "/console/trust-list/draft"));
        }
        return left().map(
                        days ->
                                List.of(
                                        Glance.Seen.waiting(
                                                new Tag(
                                                        "trustlist.deadline",
                                                        overdue() ? Tone.DANGER : Tone.WARNING),
                                                "trustlist.glance.renew",
                                                "/console/trust-list",
                                                days)))
                .orElse(List.of());
    }

    /** Once a day: on the first day, each week, and each day of the last week. */
    void remind() {
        look();
        Optional<String> to = settings.find(TrustlistSettings.ALERT_MAIL);
        Optional<Long> left = left();
        if (!mail.configured() || to.isEmpty() || left.isEmpty()) {
            return;
        }
        long days = left.get();
        if (days >= WEEK && days % WEEK != 0 && days != alert.toDays() - 1) {
            return;
        }
        mail.send(
                to.get(),
                words.say(Language.FRENCH, "trustlist.mail.subject"),
                language -> words.say(language, "trustlist.mail.text", days, String.valueOf(next)));
    }
}
