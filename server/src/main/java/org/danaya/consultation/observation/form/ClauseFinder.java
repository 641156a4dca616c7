package org.danaya.consultation.observation.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.danaya.base.SearchText;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Parts;
import org.danaya.consultation.observation.Passages;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Role;
import org.jspecify.annotations.Nullable;

/**
 * Finds the part that people mean who write {@code Article 3}, {@code art. 3 al. 2}, {@code 3.1},
 * {@code Annexe I} or {@code § 4}.
 */
final class ClauseFinder {

    private static final Pattern WHOLE =
            Pattern.compile(
                    "(tout|toute|ensemble|general|generale|generalites|whole|all|texte entier|le texte|"
                            + "document|global).*");
    private static final String NUMBER =
            "(premier|premiere|unique|preliminaire|1er|1ere|[ivxlc]+(?![a-z])|\\d+(?:[.-]\\d+)*(?:\\s*(?:bis|ter|"
                    + "quater|quinquies))?|[a-z](?![a-z]))";
    private static final Pattern STEP =
            Pattern.compile(
                    "(article|art\\.?|annexe|annex|livre|titre|title|partie|part|axe|axis|chapitre|chapter|chap\\.?|"
                            + "sous-section|section|sect\\.?|paragraphe|paragraph|para\\.?|alinea|al\\.?|point|clause|"
                            + "§+|n°)?\\s*"
                            + NUMBER
                            + "\\s*[°)]?");

    private static final Pattern QUOTED =
            Pattern.compile("[«“\"][\\s\\u00a0]*(.{2,2000}?)[\\s\\u00a0]*[»”\"]", Pattern.DOTALL);

    private final Parts parts;
    private final Passages passages;
    private final List<Named> named = new ArrayList<>();
    private final Map<String, List<Parts.Part>> headings = new HashMap<>();

    private record Named(Parts.Part part, String word, String number) {}

    private record Step(String word, String number) {}

    ClauseFinder(Parts parts) {
        this.parts = parts;
        this.passages = new Passages(parts);
        for (Parts.Part part : parts.parts()) {
            Stream.of(part.heading(), part.number() + " " + part.heading())
                    .map(SearchText::plain)
                    .distinct()
                    .forEach(
                            name ->
                                    headings.computeIfAbsent(name, _ -> new ArrayList<>())
                                            .add(part));
            List<Step> steps = steps(part.number());
            if (steps.isEmpty()) {
                steps = part.number().isBlank() ? List.of() : steps(part.number() + " ");
            }
            if (!steps.isEmpty()) {
                Step step = steps.getFirst();
                named.add(
                        new Named(
                                part,
                                step.word().isEmpty() ? word(part.tag()) : step.word(),
                                step.number()));
            } else if (part.tag().equals("attachment")) {
                named.add(new Named(part, "annexe", ""));
            }
        }
    }

    /** What a row is about; {@link Anchor.Unplaced} where it isn't found. */
    Anchor find(FormRow row) {
        String said = row.said();
        String clause = SearchText.plain(row.clause());
        if (clause.isEmpty() && row.paragraph().isBlank()) {
            boolean whole = row.line().isBlank() && row.kind().brief().equals("ge");
            return whole ? new Anchor.Whole() : new Anchor.Unplaced(said);
        }
        if (WHOLE.matcher(clause).matches() && row.paragraph().isBlank()) {
            return new Anchor.Whole();
        }
        List<Step> steps = new ArrayList<>(steps(row.clause()));
        steps.addAll(withWord(steps(row.paragraph())));
        Matcher quote = QUOTED.matcher(row.paragraph());
        if (quote.find()) {
            String in = walk(steps(row.clause())).map(ClauseFinder::wId).orElse("");
            Optional<Anchor.OnSpan> span = passages.find(in, quote.group(1), "", "");
            // Words that aren't there any more are for a person to look for.
            return span.isPresent() ? span.get() : new Anchor.Unplaced(said);
        }
        return walk(steps)
                .or(() -> heading(row.clause()))
                .orElseGet(() -> new Anchor.Unplaced(said));
    }

    private static String wId(Anchor anchor) {
        return switch (anchor) {
            case Anchor.OnPart part -> part.wId();
            case Anchor.OnSpan span -> span.wId();
            case Anchor.Whole _, Anchor.Unplaced _ -> "";
        };
    }

    private static List<Step> withWord(List<Step> steps) {
        return steps.stream()
                .map(step -> step.word().isEmpty() ? new Step("alinea", step.number()) : step)
                .toList();
    }

    /** Goes from part to part within it, as far as the words lead; all of them must. */
    private Optional<Anchor> walk(List<Step> steps) {
        Optional<Parts.Part> in = Optional.empty();
        Optional<Anchor> found = Optional.empty();
        for (Step step : steps) {
            Optional<Parts.Part> next = part(step, in);
            if (next.isEmpty() && in.isEmpty() && step.word().isEmpty()) {
                next = dotted(step.number());
            }
            if (next.isPresent()) {
                in = next;
                found = Optional.of(new Anchor.OnPart(in.get().wId(), in.get().label()));
                continue;
            }
            Optional<Anchor> line = in.flatMap(part -> line(part, step));
            if (line.isEmpty()) {
                return Optional.empty();
            }
            found = line;
        }
        return found;
    }

    private Optional<Parts.Part> part(Step step, Optional<Parts.Part> in) {
        List<Named> fitting =
                named.stream()
                        .filter(each -> each.number().equals(step.number()))
                        .filter(
                                each ->
                                        step.word().isEmpty()
                                                || step.word().equals("clause")
                                                || step.word().equals(each.word())
                                                || (isSmall(step.word()) && isSmall(each.word())))
                        .filter(
                                each ->
                                        in.isEmpty()
                                                || each.part()
                                                        .wId()
                                                        .startsWith(in.get().wId() + "__"))
                        .toList();
        if (fitting.size() == 1) {
            return Optional.of(fitting.getFirst().part());
        }
        // Articles are numbered through a text; other parts begin again: only one of them is meant.
        List<Named> articles =
                fitting.stream().filter(each -> each.word().equals("article")).toList();
        return articles.size() == 1 && step.word().isEmpty()
                ? Optional.of(articles.getFirst().part())
                : Optional.empty();
    }

    /** {@code 3.1} is the part of that number, or the first one of article 3. */
    private Optional<Parts.Part> dotted(String number) {
        int dot = number.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return part(new Step("", number.substring(0, dot)), Optional.empty())
                .or(() -> dotted(number.substring(0, dot)))
                .flatMap(
                        around ->
                                part(new Step("", number.substring(dot + 1)), Optional.of(around)));
    }

    private static boolean isSmall(String word) {
        return word.equals("alinea") || word.equals("paragraphe") || word.equals("point");
    }

    /** A line of a part by its place: what people count as paragraphs of an article. */
    private Optional<Anchor> line(Parts.Part part, Step step) {
        if (!isSmall(step.word()) || !step.number().matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int wanted = Integer.parseInt(step.number());
        List<Line> lines = parts.of(part.wId());
        int counted = 0;
        for (int at = 0; at < lines.size(); at++) {
            String words = lines.get(at).text();
            boolean heading = lines.get(at).role() == Role.HEADING;
            if (heading || words.isBlank()) {
                continue;
            }
            counted++;
            if (counted == wanted && words.length() <= Passages.LONGEST) {
                return Optional.of(
                        new Anchor.OnSpan(
                                part.wId(), part.label(), at, 0, words.length(), words, "", ""));
            }
        }
        List<Parts.Part> inside =
                parts.parts().stream()
                        .filter(each -> each.wId().startsWith(part.wId() + "__"))
                        .filter(each -> each.depth() == part.depth() + 1)
                        .toList();
        return counted == 0 && wanted <= inside.size()
                ? Optional.of(
                        new Anchor.OnPart(
                                inside.get(wanted - 1).wId(), inside.get(wanted - 1).label()))
                : Optional.empty();
    }

    /** A part that is named by its heading. */
    private Optional<Anchor> heading(String clause) {
        String plain = SearchText.plain(clause).replaceAll("[.:–-]+$", "").strip();
        if (plain.length() < 4) {
            return Optional.empty();
        }
        List<Parts.Part> fitting = headings.getOrDefault(plain, List.of());
        return fitting.size() == 1
                ? Optional.of(
                        new Anchor.OnPart(fitting.getFirst().wId(), fitting.getFirst().label()))
                : Optional.empty();
    }

    /** The steps that a text names; none where it holds anything else before the first. */
    private static List<Step> steps(String text) {
        String plain = SearchText.plain(text).replace("l'", "").replaceAll("[«»\"]", "");
        List<Step> steps = new ArrayList<>();
        Matcher found = STEP.matcher(plain);
        int end = 0;
        while (found.find()) {
            String between = plain.substring(end, found.start());
            if (!between.matches("[\\s,;:./()–-]*(de|du|des|la|le|et|dans)?[\\s,;:./()–-]*")) {
                break;
            }
            steps.add(new Step(word(found.group(1)), number(found.group(2))));
            end = found.end();
        }
        return steps;
    }

    private static String word(@Nullable String word) {
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
