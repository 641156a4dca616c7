package org.danaya.consultation.observation.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.danaya.base.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * The way to a place that a cell of a form names, step by step: {@code Article 3, alinéa 2}.
 *
 * @param steps from the outside to the inside; none where the cell begins with anything else
 * @param several whether it names more than one place: {@code Articles 3 à 5}
 */
record ClauseWords(List<Step> steps, boolean several) {

    static final ClauseWords NOTHING = new ClauseWords(List.of(), false);

    private static final String NUMBER =
            "(premier|premiere|unique|preliminaire|1er|1ere|[ivxlc]+(?![a-z])|\\d+(?:[.-]\\d+)*(?:\\s*(?:bis|ter|"
                    + "quater|quinquies))?|[a-z](?![a-z]))";
    private static final Pattern STEP =
            Pattern.compile(
                    "(?<!\\p{L})(article|art\\.?|annexe|annex|livre|titre|title|partie|part|axe|axis|chapitre|chapter|chap\\.?|"
                            + "sous-section|section|sect\\.?|paragraphe|paragraph|para\\.?|alinea|al\\.?|point|clause|"
                            + "§+|n°)?\\s*"
                            + NUMBER
                            + "\\s*([°)])?");

    /** What says, between two numbers or after the last one, that there is another place. */
    private static final Pattern JOINED =
            Pattern.compile(
                    "[\\s,;:./()–-]*(?:[&+]|(?:et|ou|a|au|and|or|to|jusqu'.*|suivante?s?|ss?|sqq?)(?![\\p{L}\\p{N}])).*",
                    Pattern.DOTALL);

    private static final Pattern BETWEEN =
            Pattern.compile(
                    "[\\s,;:./()–-]*(?:de|du|des|la|le|et|ou|au|and|or|to|dans|&|\\+)?[\\s,;:./()–-]*");

    /** A number right after another, as in {@code I.3}, goes on with it. */
    private static final Pattern DOT = Pattern.compile("\\.\\s?");

    private static final Pattern NAMED =
            Pattern.compile(
                    "(?<!\\p{L})(?:art\\.?|articles?|annexes?|chapitres?)\\s*(?:\\d|[ivxlc]+(?!\\p{L}))");

    /** Keeps a copy. */
    ClauseWords {
        steps = List.copyOf(steps);
    }

    /** A step; its word is empty where only a number is said. */
    record Step(String word, String number) {}

    /** What a cell names. */
    static ClauseWords of(String text) {
        String plain = SearchText.plain(text).replace("l'", "").replaceAll("[«»\"]", "");
        List<Step> steps = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        boolean several = false;
        Matcher found = STEP.matcher(plain);
        int end = 0;
        while (found.find()) {
            String between = plain.substring(end, found.start());
            if (!BETWEEN.matcher(between).matches()) {
                break;
            }
            String word = word(found.group(1));
            // The same kind of number again, with nothing that makes it smaller, is another place.
            boolean plainNumber = word.isEmpty() && found.group(3) == null;
            several |=
                    !steps.isEmpty()
                            && (JOINED.matcher(between).matches()
                                    || (plainNumber
                                            && !DOT.matcher(between).matches()
                                            && kinds.contains(kind(found.group(2)))));
            several |= !word.isEmpty() && steps.stream().anyMatch(step -> step.word().equals(word));
            kinds.add(kind(found.group(2)));
            steps.add(new Step(word, number(found.group(2))));
            end = found.end();
        }
        String rest = plain.substring(end);
        several |=
                !steps.isEmpty() && (JOINED.matcher(rest).matches() || NAMED.matcher(rest).find());
        return new ClauseWords(steps, several);
    }

    /** Whether plain words name a part by its number, wherever they do. */
    static boolean namesPart(String plain) {
        return NAMED.matcher(plain).find();
    }

    /** What a cell within the place of another one names: a number alone is one of a paragraph. */
    static ClauseWords within(String text) {
        ClauseWords read = of(text);
        return new ClauseWords(
                read.steps().stream()
                        .map(
                                step ->
                                        step.word().isEmpty()
                                                ? new Step("alinea", step.number())
                                                : step)
                        .toList(),
                read.several());
    }

    /** Both, one within the other. */
    ClauseWords then(ClauseWords inside) {
        return new ClauseWords(
                Stream.concat(steps.stream(), inside.steps().stream()).toList(),
                several || inside.several());
    }

    private static String kind(String number) {
        return number.matches("[a-z]") ? "letter" : number.matches("[ivxlc]+") ? "roman" : "figure";
    }

    static String word(@Nullable String word) {
        String plain = word == null ? "" : word.replace(".", "");
        return switch (plain) {
            case "art" -> "article";
            case "annex", "attachment" -> "annexe";
            case "title" -> "titre";
            case "part", "axe", "axis" -> "partie";
            case "chap", "chapter" -> "chapitre";
            case "sect" -> "section";
            case "subsection" -> "sous-section";
            case "book" -> "livre";
            case "paragraph", "para", "§", "§§" -> "paragraphe";
            case "al" -> "alinea";
            case "n°" -> "";
            default -> plain;
        };
    }

    /** Numbers as figures, whatever they are written in. */
    private static String number(String number) {
        String plain = number.replaceAll("\\s+", " ").strip();
        if (plain.startsWith("premi") || plain.equals("unique") || plain.startsWith("1er")) {
            return "1";
        }
        return plain.matches("[ivxlc]{2,}|[ivx]") ? Integer.toString(roman(plain)) : plain;
    }

    private static int roman(String numeral) {
        int sum = 0;
        for (int at = 0; at < numeral.length(); at++) {
            int value = digit(numeral.charAt(at));
            int next = at + 1 < numeral.length() ? digit(numeral.charAt(at + 1)) : 0;
            sum += value < next ? -value : value;
        }
        return sum;
    }

    private static int digit(char letter) {
        return switch (letter) {
            case 'i' -> 1;
            case 'v' -> 5;
            case 'x' -> 10;
            case 'l' -> 50;
            default -> 100;
        };
    }
}
