package org.danaya.verify.mandate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.danaya.verify.Reason;

/**
 * What people read of a verdict, in French or English: one sentence of who, for whom, for what and
 * until when, what else is to be known, and what to do next. Dates are days in UTC.
 */
public final class VerdictWords {

    /** French. */
    public static final VerdictWords FRENCH = new VerdictWords("fr");

    /** English. */
    public static final VerdictWords ENGLISH = new VerdictWords("en");

    private final Properties words = new Properties();

    private VerdictWords(String language) {
        String name = "words." + language + ".properties";
        try (InputStream in = VerdictWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("This module has no " + name);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** English for an English reader, French for everybody else. */
    public static VerdictWords of(Locale reader) {
        return reader.getLanguage().equals("en") ? ENGLISH : FRENCH;
    }

    /** Every word with its key, sorted. */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        words.forEach((key, value) -> all.put((String) key, (String) value));
        return all;
    }

    private String word(String key) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalStateException("No word for " + key);
        }
        return word;
    }

    /** The word with its places filled: name, value, name, value. */
    private String filled(String key, String... values) {
        StringBuilder out = new StringBuilder();
        String word = word(key);
        int at = 0;
        for (int open = word.indexOf('{'); open >= 0; open = word.indexOf('{', at)) {
            int close = word.indexOf('}', open);
            out.append(word, at, open);
            String name = word.substring(open + 1, close);
            for (int i = 0; i < values.length; i += 2) {
                if (values[i].equals(name)) {
                    out.append(values[i + 1]);
                }
            }
            at = close + 1;
        }
        return out.append(word.substring(at)).toString();
    }

    /** The verdict in a word or two. */
    public String title(MandateVerdict verdict) {
        return word("title." + variant(verdict));
    }

    /** What to do next. */
    public String next(MandateVerdict verdict) {
        return word(
                verdict instanceof MandateVerdict.Valid && verdict.freshness().doubted()
                        ? "next." + verdict.code() + ".doubted"
                        : "next." + variant(verdict));
    }

    /** What a VALID that is to be confirmed is called. */
    public String titleToConfirm() {
        return word("title.VALIDE.confirm");
    }

    /** What to do with a VALID that is to be confirmed. */
    public String nextToConfirm() {
        return word("next.VALIDE.confirm");
    }

    private static String variant(MandateVerdict verdict) {
        return verdict instanceof MandateVerdict.Valid && verdict.freshness().toConfirm()
                ? verdict.code() + ".confirm"
                : verdict.code();
    }

    /** The sentence of who, for whom, for what, until when. */
    public String sentence(MandateVerdict verdict) {
        return switch (verdict) {
            case MandateVerdict.Known known -> {
                SealedMandate mandate = known.mandate();
                yield filled(
                        "sentence." + verdict.code() + (says(verdict, mandate) ? "" : ".unshown"),
                        "bearer",
                        bearer(mandate),
                        "powers",
                        powers(known.remaining()),
                        "structure",
                        structure(mandate),
                        "first",
                        date(mandate.from()),
                        "last",
                        date(mandate.until().minusSeconds(1)));
            }
            case MandateVerdict.UnknownOrForged unknown ->
                    filled("sentence." + verdict.code(), "reason", reason(unknown.reason()));
        };
    }

    /** Whether the sentence names powers, and there are some to be named. */
    private static boolean says(MandateVerdict verdict, SealedMandate mandate) {
        return !mandate.powers().isEmpty()
                || !(verdict instanceof MandateVerdict.Valid
                        || verdict instanceof MandateVerdict.NotYet);
    }

    private String structure(SealedMandate mandate) {
        if (mandate.structureId().equals(MandateCredential.UNSHOWN)) {
            return word("structure.unshown");
        }
        return mandate.structure().isEmpty() ? mandate.structureId() : mandate.structure();
    }

    /** A limit in words; that of a mandate in a wallet is made of lines of a side and a value. */
    private String limit(String limit) {
        List<String> lines = Pattern.compile("; ").splitAsStream(limit).toList();
        List<String> said = new ArrayList<>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            String key = "limit." + line.substring(0, Math.max(0, space));
            if (!words.containsKey(key)) {
                return limit;
            }
            said.add(filled(key, "value", line.substring(space + 1)));
        }
        return String.join("; ", said);
    }

    /** Everything else that is to be known, each in a sentence; often nothing. */
    public List<String> remarks(MandateVerdict verdict) {
        List<String> remarks = new ArrayList<>();
        if (verdict.freshness().takenBack()) {
            remarks.add(word("remark.takenBack"));
        }
        if (verdict.freshness().doubted()) {
            remarks.add(word("remark.doubted"));
        }
        if (verdict instanceof MandateVerdict.Known known) {
            addFacts(known, remarks);
        }
        Freshness freshness = verdict.freshness();
        if (freshness.age().compareTo(freshness.limit()) > 0) {
            remarks.add(filled("remark.old", "limit", span(freshness.limit())));
        } else if (freshness.outdated()) {
            remarks.add(word("remark.outdated"));
        }
        switch (freshness.clock()) {
            case NONE -> {}
            case BEHIND -> remarks.add(word("remark.behind"));
            case AHEAD -> remarks.add(word("remark.ahead"));
        }
        return remarks;
    }

    private void addFacts(MandateVerdict.Known known, List<String> remarks) {
        if (!known.mandate().limit().isEmpty()) {
            remarks.add(
                    known.mandate().limit().equals(MandateCredential.UNSHOWN)
                            ? word("remark.limit.unshown")
                            : filled("remark.limit", "limit", limit(known.mandate().limit())));
        }
        boolean dated =
                known instanceof MandateVerdict.NotYet || known instanceof MandateVerdict.Expired;
        switch (known.standing()) {
            case Standing.Reduced reduced -> {
                Powers withdrawn = known.mandate().powers().without(known.remaining());
                if (!withdrawn.isEmpty() && !known.remaining().isEmpty()) {
                    remarks.add(filled("remark.withdrawn", "powers", powers(withdrawn)));
                }
            }
            case Standing.Revoked revoked -> {
                if (dated) {
                    remarks.add(word("remark.revoked"));
                }
            }
            case Standing.Suspended suspended -> {
                if (dated) {
                    remarks.add(word("remark.suspended"));
                }
            }
            case Standing.InForce inForce -> {}
            case Standing.Absent absent -> {}
        }
    }

    /** Who carries it: name, function, in which quality. */
    public String bearer(SealedMandate mandate) {
        if (mandate.name().equals(MandateCredential.UNSHOWN)) {
            return filled("bearer.unshown", "kind", kind(mandate.kind()));
        }
        return filled(
                mandate.function().isEmpty() ? "bearer.plain" : "bearer",
                "name",
                mandate.name(),
                "function",
                mandate.function(),
                "kind",
                kind(mandate.kind()));
    }

    public String kind(SealKind kind) {
        return word("kind." + kind.number());
    }

    /** The power as a verb. */
    public String power(Power power) {
        return word("power." + power.code());
    }

    /** The powers as verbs: a, b and c. */
    public String powers(Powers powers) {
        List<String> verbs = powers.toSet().stream().map(this::power).toList();
        if (verbs.isEmpty()) {
            return word("powers.none");
        }
        String last = verbs.getLast();
        return verbs.size() == 1
                ? last
                : filled(
                        "powers.and",
                        "first",
                        String.join(", ", verbs.subList(0, verbs.size() - 1)),
                        "last",
                        last);
    }

    /** Why nothing vouches for it, in a sentence. */
    public String reason(Reason reason) {
        String key = "reason." + reason.code();
        return word(words.containsKey(key) ? key : "reason.other");
    }

    /** Of when the information is, and how old. */
    public String age(Freshness freshness) {
        OffsetDateTime known = freshness.known().atOffset(ZoneOffset.UTC);
        return filled(
                "age",
                "date",
                date(freshness.known()),
                "time",
                String.format(Locale.ROOT, "%02d:%02d", known.getHour(), known.getMinute()),
                "age",
                ago(freshness.age()));
    }

    private String ago(Duration age) {
        if (age.toMinutes() < 1) {
            return word("age.now");
        }
        if (age.toHours() < 2) {
            return filled("age.minutes", "n", "" + age.toMinutes());
        }
        return age.toDays() < 2
                ? filled("age.hours", "n", "" + age.toHours())
                : filled("age.days", "n", "" + age.toDays());
    }

    private String span(Duration span) {
        return span.toHours() % 24 == 0
                ? filled("span.days", "n", "" + span.toDays())
                : filled("span.hours", "n", "" + span.toHours());
    }

    /** The day in UTC. */
    public String date(Instant instant) {
        OffsetDateTime day = instant.atOffset(ZoneOffset.UTC);
        return filled(
                "date",
                "day",
                day.getDayOfMonth() == 1 ? word("day.1") : "" + day.getDayOfMonth(),
                "month",
                word("month." + day.getMonthValue()),
                "year",
                "" + day.getYear());
    }

    /** What is wrong with a typed code; "" where it is good. */
    public String reading(ShortCode.Reading reading) {
        return switch (reading) {
            case ShortCode.Reading.Good good -> "";
            case ShortCode.Reading.Doubtful doubtful ->
                    filled(
                            doubtful.place() == 1 ? "code.doubtful.1" : "code.doubtful",
                            "place",
                            "" + doubtful.place(),
                            "typed",
                            "" + doubtful.typed(),
                            "suggestion",
                            doubtful.suggestion().toString());
            case ShortCode.Reading.Wrong(Reason reason, int place) -> {
                String key = "code." + reason.code();
                yield filled(
                        place == 1 && words.containsKey(key + ".1") ? key + ".1" : key,
                        "place",
                        "" + place);
            }
        };
    }
}
