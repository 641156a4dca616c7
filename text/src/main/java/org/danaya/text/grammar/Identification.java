package org.danaya.text.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That the parts of an {@code identification} agree: the addresses of work, expression and
 * manifestation with each other, and with country, language and days.
 */
final class Identification {

    private static final Pattern DAY =
            Pattern.compile("(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])");
    private static final Pattern WORK_DATE =
            Pattern.compile("/(?<date>[0-9]{4}(-[0-9]{2}-[0-9]{2})?)(/|$)");
    private static final Pattern VERSION = Pattern.compile("@(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})");
    private static final Pattern COUNTRY = Pattern.compile("/akn/(?<country>[^/]+)/");
    private static final Pattern LANGUAGE = Pattern.compile("/(?<language>[a-zA-Z]{2,3})(@|/|$)");

    private static final Set<String> LEVELS =
            Set.of("FRBRWork", "FRBRExpression", "FRBRManifestation");

    private final Findings findings;
    private Level work = new Level(null);
    private Level expression = new Level(null);
    private Level manifestation = new Level(null);

    /** One of the three levels. */
    private static final class Level {
        final @Nullable Frame frame;
        String self = "";
        String uri = "";
        String country = "";
        final List<String> dates = new ArrayList<>();
        final List<String> languages = new ArrayList<>();

        Level(@Nullable Frame frame) {
            this.frame = frame;
        }
    }

    Identification(Findings findings) {
        this.findings = findings;
    }

    /** An element of the metadata begins. */
    void begin(Frame frame, String value, String date, String language) {
        switch (frame.name) {
            case "FRBRWork" -> {
                work = new Level(frame);
                expression = new Level(null);
                manifestation = new Level(null);
            }
            case "FRBRExpression" -> expression = new Level(frame);
            case "FRBRManifestation" -> manifestation = new Level(frame);
            default -> {
                if (frame.parent != null && LEVELS.contains(frame.parent.name)) {
                    part(level(frame.parent.name), frame, value, date, language);
                }
            }
        }
    }

    private Level level(String name) {
        return switch (name) {
            case "FRBRWork" -> work;
            case "FRBRExpression" -> expression;
            default -> manifestation;
        };
    }

    private void part(Level level, Frame frame, String value, String date, String language) {
        switch (frame.name) {
            case "FRBRthis" -> {
                level.self = value;
                address(frame, "value", value);
            }
            case "FRBRuri" -> {
                level.uri = level.uri.isEmpty() ? value : level.uri;
                address(frame, "value", value);
            }
            case "FRBRcountry" -> level.country = value;
            case "FRBRdate" -> level.dates.add(Values.trimmed(date));
            case "FRBRlanguage" -> level.languages.add(language);
            default -> {}
        }
    }

    /** An address of a text: days that stand in it are days. */
    void address(Frame frame, String attribute, String value) {
        if (value.startsWith("/")) {
            Matcher match = DAY.matcher(value);
            while (match.find()) {
                if (!Dates.isDate(match.group())) {
                    findings.add(Rule.DATE_IN_ADDRESS, frame, attribute, match.group(), List.of());
                }
            }
        }
    }

    /** An element ends. */
    void end(Frame frame) {
        if (frame.name.equals("identification")) {
            begins(expression, "FRBRuri", expression.uri, work.uri);
            begins(manifestation, "FRBRuri", manifestation.uri, expression.uri);
            begins(work, "FRBRthis", work.self, work.uri);
            begins(expression, "FRBRthis", expression.self, expression.uri);
            begins(manifestation, "FRBRthis", manifestation.self, withoutFormat(manifestation.uri));
            country();
            language();
            date(work, WORK_DATE, work.uri);
            date(expression, VERSION, expression.uri);
        }
    }

    private void add(Level level, String subject, String found, List<String> expected) {
        if (level.frame != null) {
            findings.add(Rule.FRBR, level.frame, subject, found, expected);
        }
    }

    private void begins(Level level, String subject, String address, String with) {
        if (address.isEmpty() || with.isEmpty()) {
            return;
        }
        if (!address.startsWith(with) || !isParted(with, address.substring(with.length()))) {
            add(level, subject, address, List.of(with));
        }
    }

    /** Whether what comes after an address doesn't go on with its last word. */
    private static boolean isParted(String address, String rest) {
        return rest.isEmpty() || address.endsWith("@") || "/@!~.".indexOf(rest.charAt(0)) >= 0;
    }

    private static String withoutFormat(String uri) {
        int dot = uri.lastIndexOf('.');
        return dot > uri.lastIndexOf('/') ? uri.substring(0, dot) : uri;
    }

    private void country() {
        Matcher match = COUNTRY.matcher(work.uri);
        if (match.lookingAt() && !work.country.isEmpty()) {
            String country = match.group("country");
            if (!country.equalsIgnoreCase(work.country)) {
                add(work, "FRBRcountry", work.country, List.of(country));
            }
        }
    }

    private void language() {
        if (!expression.uri.startsWith(work.uri) || expression.languages.isEmpty()) {
            return;
        }
        Matcher match = LANGUAGE.matcher(expression.uri.substring(work.uri.length()));
        if (match.lookingAt()) {
            String language = match.group("language");
            if (!language.equals("mul")
                    && expression.languages.stream().noneMatch(each -> same(each, language))) {
                add(
                        expression,
                        "FRBRlanguage",
                        String.join(" ", expression.languages),
                        List.of(language));
            }
        }
    }

    /** {@code fr}, {@code fra} and {@code fr-ML} are one language. */
    private static boolean same(String one, String other) {
        return threeLetters(one).equals(threeLetters(other));
    }

    private static String threeLetters(String tag) {
        try {
            return Locale.forLanguageTag(tag).getISO3Language();
        } catch (MissingResourceException e) {
            return tag;
        }
    }

    private void date(Level level, Pattern pattern, String uri) {
        Matcher match = pattern.matcher(uri);
        if (match.find() && !level.dates.isEmpty()) {
            String date = match.group("date");
            if (level.dates.stream().noneMatch(each -> each.startsWith(date))) {
                add(level, "FRBRdate", String.join(" ", level.dates), List.of(date));
            }
        }
    }
}
