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

/**
 * Finds the part that people mean who write {@code Article 3}, {@code art. 3 al. 2}, {@code 3.1},
 * {@code Annexe I} or {@code § 4}.
 */
final class ClauseFinder {

    private static final Pattern WHOLE =
            Pattern.compile(
                    "(tout|toute|ensemble|general|generale|generalites|whole|all|texte entier|le texte|"
                            + "document|global).*");
    private static final Pattern QUOTED =
            Pattern.compile("[«“\"][\\s\\u00a0]*(.{2,2000}?)[\\s\\u00a0]*[»”\"]", Pattern.DOTALL);

    /** A cell that is nothing but a quotation may quote words that quote others. */
    private static final Pattern ALL_QUOTED =
            Pattern.compile("[«“\"][\\s\\u00a0]*(.{2,2000}?)[\\s\\u00a0]*[»”\"]", Pattern.DOTALL);

    private final Parts parts;
    private final Passages passages;
    private final List<Named> named = new ArrayList<>();
    private final Map<String, List<Parts.Part>> headings = new HashMap<>();

    private record Named(Parts.Part part, String word, String number) {}

    ClauseFinder(Parts parts) {
        this.parts = parts;
        this.passages = new Passages(parts);
        for (Parts.Part part : parts.parts()) {
            Stream.of(part.label(), part.heading(), part.number() + " " + part.heading())
                    .map(ClauseFinder::name)
                    .distinct()
                    .forEach(
                            name ->
                                    headings.computeIfAbsent(name, _ -> new ArrayList<>())
                                            .add(part));
            List<ClauseWords.Step> steps = ClauseWords.of(part.number()).steps();
            if (!steps.isEmpty()) {
                ClauseWords.Step step = steps.getFirst();
                named.add(
                        new Named(
                                part,
                                step.word().isEmpty() ? ClauseWords.word(part.tag()) : step.word(),
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
        // Who writes a part's whole name means it, whatever words and numbers are in it.
        Optional<Parts.Part> called = called(row.clause());
        boolean alone = row.paragraph().isBlank();
        boolean general = row.kind().brief().equals("ge") && clause.indexOf(' ') < 0;
        if (alone && called.isPresent() && !(general && WHOLE.matcher(clause).matches())) {
            return on(called.get());
        }
        if (alone && WHOLE.matcher(clause).matches() && !ClauseWords.namesPart(clause)) {
            return new Anchor.Whole();
        }
        ClauseWords in = called.isPresent() ? ClauseWords.NOTHING : ClauseWords.of(row.clause());
        String quoting = alone ? row.clause() : row.paragraph();
        if (QUOTED.matcher(quoting).find()) {
            Optional<Anchor> around = in.several() ? Optional.empty() : walk(called, in.steps());
            // Words that aren't there, or more than once, are for a person to look for.
            Optional<Anchor.OnSpan> span =
                    quoted(around.map(ClauseFinder::wId).orElse(""), quoting);
            return span.isPresent() ? span.get() : new Anchor.Unplaced(said);
        }
        ClauseWords words = in.then(ClauseWords.within(row.paragraph()));
        Optional<Anchor> found = words.several() ? Optional.empty() : walk(called, words.steps());
        return found.orElseGet(() -> new Anchor.Unplaced(said));
    }

    /** The words that a cell quotes, where they are there once; none where it quotes several. */
    private Optional<Anchor.OnSpan> quoted(String wId, String cell) {
        Matcher all = ALL_QUOTED.matcher(cell.strip());
        if (all.matches()) {
            Optional<Anchor.OnSpan> span = passages.only(wId, all.group(1));
            if (span.isPresent()) {
                return span;
            }
        }
        Matcher quote = QUOTED.matcher(cell);
        if (!quote.find()) {
            return Optional.empty();
        }
        String words = quote.group(1);
        return quote.find() ? Optional.empty() : passages.only(wId, words);
    }

    private static String wId(Anchor anchor) {
        return switch (anchor) {
            case Anchor.OnPart part -> part.wId();
            case Anchor.OnSpan span -> span.wId();
            case Anchor.Whole _, Anchor.Unplaced _ -> "";
        };
    }

    /** Goes from part to part within it, as far as the words lead; all of them must. */
    private Optional<Anchor> walk(Optional<Parts.Part> from, List<ClauseWords.Step> steps) {
        Optional<Parts.Part> in = from;
        Optional<Anchor> found = from.map(ClauseFinder::on);
        Optional<ClauseWords.Step> before = Optional.empty();
        for (ClauseWords.Step step : steps) {
            if (before.filter(step::equals).isPresent()) {
                continue;
            }
            before = Optional.of(step);
            if (found.filter(Anchor.OnSpan.class::isInstance).isPresent()) {
                // Nothing is counted within a line.
                return Optional.empty();
            }
            Optional<Parts.Part> next = part(step, in);
            if (next.isEmpty() && in.isEmpty() && step.word().isEmpty()) {
                next = dotted(step.number());
            }
            if (next.isPresent()) {
                in = next;
                found = next.map(ClauseFinder::on);
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

    private Optional<Parts.Part> part(ClauseWords.Step step, Optional<Parts.Part> in) {
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
                                                || parts.within(
                                                        each.part().around(), in.get().wId()))
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
        return part(new ClauseWords.Step("", number.substring(0, dot)), Optional.empty())
                .or(() -> dotted(number.substring(0, dot)))
                .flatMap(
                        around ->
                                part(
                                        new ClauseWords.Step("", number.substring(dot + 1)),
                                        Optional.of(around)));
    }

    private static boolean isSmall(String word) {
        return word.equals("alinea") || word.equals("paragraphe") || word.equals("point");
    }

    /** A line of a part by its place: what people count as paragraphs of an article. */
    private Optional<Anchor> line(Parts.Part part, ClauseWords.Step step) {
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
                parts.parts().stream().filter(each -> each.around().equals(part.wId())).toList();
        return counted == 0 && wanted <= inside.size()
                ? Optional.of(on(inside.get(wanted - 1)))
                : Optional.empty();
    }

    private static String name(String words) {
        return SearchText.plain(words).replaceAll("[.:–-]+$", "").strip();
    }

    private static Anchor on(Parts.Part part) {
        return new Anchor.OnPart(part.wId(), part.label());
    }

    /** The part that is named by its heading, or as readers call it. */
    private Optional<Parts.Part> called(String clause) {
        String plain = name(clause);
        if (plain.length() < 4) {
            return Optional.empty();
        }
        List<Parts.Part> fitting = headings.getOrDefault(plain, List.of());
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }
}
