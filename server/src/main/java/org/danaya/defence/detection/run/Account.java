package org.danaya.defence.detection.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.danaya.defence.detection.Ledger;
import org.danaya.defence.detection.Ledger.Blind;
import org.danaya.defence.detection.Ledger.LeftOut;
import org.danaya.defence.detection.Ledger.Refused;
import org.danaya.defence.detection.Ledger.Unreadable;
import org.danaya.sigma.input.Cause;
import org.danaya.sigma.route.Coverage;
import org.danaya.sigma.rule.Header;
import org.danaya.sigma.rule.Read;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.RuleSet;

/** What came in so far, and what became of it. For one thread. */
final class Account {

    /** What keeps the rest of a file from being read. */
    private static final Set<Cause> CUT =
            EnumSet.of(
                    Cause.GZIP_TRUNCATED,
                    Cause.GZIP_BROKEN,
                    Cause.ZSTD_TRUNCATED,
                    Cause.ZSTD_BROKEN,
                    Cause.ZSTD_WINDOW,
                    Cause.EVTX_MEMORY);

    private final List<Unreadable> unreadable = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Map<String, Long> setAside = new TreeMap<>();
    private final Map<String, Long> uncorrelated = new TreeMap<>();
    private final Coverage coverage = new Coverage();
    private long events;
    private long evaluated;
    private long outside;
    private long undated;
    private int files;
    private long bytes;
    private boolean cut;
    private boolean rulesAlone;
    private boolean text;

    void add(Outcome outcome) {
        events += outcome.seen();
        evaluated += outcome.evaluatedCount();
        outside += outcome.outsideCount();
        undated += outcome.undatedCount();
        cut |= outcome.causes().keySet().stream().anyMatch(CUT::contains);
        outcome.causes().forEach((cause, count) -> setAside.merge(cause.code(), count, Long::sum));
    }

    void file(long size) {
        files++;
        bytes += size;
    }

    void unreadable(Input.Unreadable file) {
        unreadable.add(new Unreadable(file.name(), file.cause(), file.detail()));
    }

    void leftOut(Input.LeftOut file) {
        leftOut.add(new LeftOut(file.name(), file.cause(), 1));
    }

    void rules(Input.OfRules rules) {
        leftOut.add(new LeftOut(rules.name(), Unread.RULES, rules.files()));
        rulesAlone |= rules.alone();
    }

    /** Text that nobody named, and that looks like no log. */
    void text(String name) {
        leftOut.add(new LeftOut(name, Unread.TEXT, 1));
        text = true;
    }

    void uncorrelated(String code, long count) {
        if (count > 0) {
            uncorrelated.merge(code, count, Long::sum);
        }
    }

    /**
     * Whether an input couldn't be opened, or not be read to its end, or holds nothing but rules,
     * or all of them hold something else than events.
     */
    boolean missed() {
        return cut
                || rulesAlone
                || (files == 0 && (text || !unreadable.isEmpty()))
                || unreadable.stream().anyMatch(file -> Unread.MISSED.contains(file.cause()));
    }

    long events() {
        return events;
    }

    Coverage coverage() {
        return coverage;
    }

    /**
     * The account of everything.
     *
     * @param words why a document was refused, for people
     */
    Ledger ledger(RuleSet set, Function<Read.Refused, String> words, Duration elapsed) {
        List<Blind> blind = new ArrayList<>();
        int idle = 0;
        List<Rule> rules = set.rules();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (coverage.events(rule) == 0) {
                idle++;
            } else {
                coverage.blind(i, rule).ifPresent(found -> blind.add(blind(rule, found)));
            }
        }
        return new Ledger(
                events,
                evaluated,
                undated,
                outside,
                setAside,
                unreadable,
                leftOut,
                files,
                bytes,
                rules.size() + set.correlations().size(),
                set.refused().stream().map(each -> refused(each, words)).toList(),
                blind,
                idle,
                uncorrelated,
                elapsed);
    }

    private static Blind blind(Rule rule, Coverage.Blind found) {
        String id = rule.id();
        return new Blind(
                id == null ? rule.title() : id,
                rule.title(),
                found.events(),
                List.copyOf(found.lacking()));
    }

    private static Refused refused(Read.Refused refused, Function<Read.Refused, String> words) {
        Header.Source source = refused.source();
        return new Refused(
                source.file(),
                source.line(),
                refused.title(),
                refused.cause().code(),
                words.apply(refused));
    }
}
