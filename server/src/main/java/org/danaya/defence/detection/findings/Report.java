package org.danaya.defence.detection.findings;

import gg.jte.Content;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.danaya.defence.detection.Ledger;
import org.danaya.page.Local;
import org.danaya.sigma.rule.Level;

/** What the report's page says. Every text of an event or a rule in it is without harm. */
public final class Report {

    /** A name and a value of an event. */
    public record Field(String name, String value) {}

    /** A match that the report shows, shortened. */
    public record Shown(
            Optional<Instant> time,
            Optional<String> host,
            String file,
            long event,
            Optional<String> correlation,
            List<Field> reasons,
            List<Field> fields) {}

    /** A host; grave matches are those of the two highest levels. */
    public record Host(String name, long count, long grave, int percent) {}

    private static final int MOST_NAMED = 5;
    static final int MOST_LISTED = 20;

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final Showing showing;
    private final Summary summary;
    private final Ledger ledger;
    private final Kept kept;
    private final Chart chart;
    private final Local local;

    Report(Showing showing, Summary summary, Periods periods, Kept kept, Ledger ledger) {
        this.showing = showing;
        this.summary = summary;
        this.ledger = ledger;
        this.kept = kept;
        this.chart = new Chart(periods, showing);
        this.local = showing.local();
    }

    /** The language's code. */
    public String language() {
        return showing.language().code();
    }

    /** The words of a key below {@code findings.}. */
    public String word(String key, Object... facts) {
        return showing.say("findings." + key, facts);
    }

    /** A number in local form. */
    public String number(long number) {
        return local.number(number);
    }

    /** A time to the millisecond, in UTC. */
    public String exact(Instant time) {
        return EXACT.format(time);
    }

    public Content style() {
        return ReportStyle.element();
    }

    public String policy() {
        return ReportStyle.policy();
    }

    public String began() {
        return local.time(showing.run().began());
    }

    public Ledger ledger() {
        return ledger;
    }

    public Chart chart() {
        return chart;
    }

    public long matches() {
        return summary.matches();
    }

    /** Matches of which nothing says when. */
    public long withoutTime() {
        return summary.withoutTime();
    }

    /** From when to when, in words. */
    public Optional<String> span() {
        return summary.first()
                .map(
                        first -> {
                            String from = local.time(first);
                            String to = local.time(summary.last().orElse(first));
                            return from.equals(to)
                                    ? word("report.moment", from)
                                    : word("report.span", from, to);
                        });
    }

    /** Which part of rules and events was asked for; empty where everything was. */
    public List<String> asked() {
        return showing.asked();
    }

    /** What was given to read, the first of it. */
    public List<String> inputs() {
        return first(showing.run().inputs());
    }

    public List<String> rulesFrom() {
        return first(showing.run().rules());
    }

    /** How many of a list aren't shown. */
    public int more(int all) {
        return Math.max(0, all - MOST_LISTED);
    }

    public int moreInputs() {
        return more(showing.run().inputs().size());
    }

    /** How grave it is, in a sentence. */
    public String gravity() {
        return word(
                "report.gravity",
                count(Level.CRITICAL) + count(Level.HIGH),
                count(Level.CRITICAL),
                count(Level.HIGH));
    }

    /** On which machines, in a sentence. */
    public String machines() {
        Tally hosts = summary.hosts();
        List<Tally.Counted> top = hosts.top(MOST_NAMED);
        String names =
                top.stream().map(host -> Told.line(host.name())).collect(Collectors.joining(", "));
        String rest =
                hosts.names() > top.size() ? " " + word("more", hosts.names() - top.size()) : "";
        return word("report.machines", hosts.names(), names + rest);
    }

    /** What keeps the answer from being whole, a sentence each. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        long aside = Summary.setAside(ledger);
        gap(gaps, "report.gap.set-aside", aside);
        gap(gaps, "report.gap.unreadable", ledger.unreadable().size());
        gap(gaps, "report.gap.text", unknownTexts());
        gap(gaps, "report.gap.refused", ledger.refused().size());
        gap(gaps, "report.gap.blind", ledger.blind().size());
        if (!adds()) {
            gaps.add(word("ledger.differs"));
        }
        return gaps;
    }

    private long unknownTexts() {
        return ledger.leftOut().stream()
                .filter(file -> file.cause().equals(Ledger.UNKNOWN_TEXT))
                .count();
    }

    private void gap(List<String> gaps, String key, long count) {
        if (count > 0) {
            gaps.add(word(key, count));
        }
    }

    /** The account in one line. */
    public String account() {
        return showing.events(ledger);
    }

    public boolean adds() {
        return Summary.adds(ledger);
    }

    /** How much was read, in how many files. */
    public String files() {
        return word("ledger.files", ledger.files(), local.size(ledger.bytes()));
    }

    /** How long it took. */
    public String speed() {
        return showing.speed(ledger);
    }

    /** The fields that are shown of an event's. */
    public List<Field> fields(Shown shown) {
        return shown.fields().stream().limit(Fields.MOST).toList();
    }

    /** What those are. */
    public String fieldsOf(Shown shown) {
        return shown.fields().size() > Fields.MOST
                ? word("report.fields.more", Fields.MOST)
                : word("report.fields", shown.fields().size());
    }

    /** Each level that was asked for, the gravest first, the empty ones too. */
    public List<Level> levels() {
        return List.of(Level.values()).reversed().stream()
                .filter(level -> level.compareTo(showing.run().asked().least()) >= 0)
                .toList();
    }

    public long count(Level level) {
        return summary.levels().getOrDefault(level, 0L);
    }

    public String name(Level level) {
        return showing.level(level);
    }

    /** The level of its matches, be it one or several. */
    public String names(Level level) {
        return showing.levels(level, count(level));
    }

    /** A cause in words, with its code. */
    public String cause(String code) {
        return showing.cause(code);
    }

    /** Why something was left out. */
    public String why(Ledger.LeftOut file) {
        return showing.why(file);
    }

    /** A text of an event or a rule that a page can hold. */
    public String shown(String text) {
        return Fields.shortened(text);
    }

    /** The first of a list, as many as the report lists. */
    public <T> List<T> first(List<T> all) {
        return all.stream().limit(MOST_LISTED).toList();
    }

    /** The hosts with the most matches. */
    public List<Host> hosts() {
        List<Tally.Counted> top = summary.hosts().top(MOST_LISTED);
        long most = top.isEmpty() ? 1 : top.getFirst().count();
        return top.stream()
                .map(
                        host ->
                                new Host(
                                        Told.line(host.name()),
                                        host.count(),
                                        summary.graveHosts().of(host.name()),
                                        percent(host.count(), most)))
                .toList();
    }

    /** Matches on hosts that aren't listed. */
    public long elsewhere() {
        return summary.hosts().others(summary.hosts().top(MOST_LISTED));
    }

    /** What attackers are after, by the rules that matched. */
    public List<AttackMatrix.Column> attack() {
        return new AttackMatrix(showing, summary).columns();
    }

    /** Rules that matched. */
    public FoundRules rules() {
        return new FoundRules(showing, summary, kept);
    }

    private static int percent(long count, long most) {
        return (int) Math.max(1, 100 * count / most);
    }
}
