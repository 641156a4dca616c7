package org.danaya.mandates.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.Names;
import org.danaya.mandates.Scope;
import org.danaya.mandates.Terms;
import org.danaya.page.Language;
import org.danaya.page.Local;
import org.danaya.page.Words;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.ShortCode;

/** Says a mandate in words. */
final class LetterWriter {

    private final Words words;
    private final BiFunction<Language, Scope, List<String>> scopes;
    private final Map<Language, String> countries;

    /**
     * @param scopes the limits of a scope, one a line
     * @param countries the country's name in each language
     */
    LetterWriter(
            Words words,
            BiFunction<Language, Scope, List<String>> scopes,
            Map<Language, String> countries) {
        this.words = words;
        this.scopes = scopes;
        this.countries = Map.copyOf(countries);
    }

    LetterText write(LetterFacts facts, Language language) {
        Mandate.Head head = facts.head();
        String kind = head.terms().kind().code();
        Names names = head.names();
        return new LetterText(
                language,
                countries.getOrDefault(language, ""),
                names.structure(),
                mark(facts, language),
                words.say(language, "letter.title." + kind),
                number(head),
                words.say(language, "letter.opening." + kind),
                rows(facts, language),
                words.say(language, "letter.check.title"),
                List.of(
                        words.say(language, "letter.check.scan", facts.check()),
                        words.say(language, "letter.check.type"),
                        words.say(language, "letter.check.offline"),
                        words.say(language, "letter.check.rule")),
                words.say(language, "letter.code"),
                ShortCode.ofData(head.code()).toString(),
                facts.sealedBy()
                        .map(by -> words.say(language, "letter.sealed", by))
                        .orElseGet(() -> words.say(language, "letter.unsealed")),
                words.sentence(language, "letter.page"));
    }

    /** The number as people write it. */
    static String number(Mandate.Head head) {
        return "M-" + head.number();
    }

    private Optional<String> mark(LetterFacts facts, Language language) {
        List<String> marks = new ArrayList<>();
        if (facts.example()) {
            marks.add(words.say(language, "letter.mark.example"));
        }
        if (facts.sealedBy().isEmpty()) {
            marks.add(words.say(language, "letter.mark.draft"));
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", marks));
    }

    private List<LetterText.Row> rows(LetterFacts facts, Language language) {
        Terms terms = facts.head().terms();
        Names names = facts.head().names();
        List<LetterText.Row> rows = new ArrayList<>();
        rows.add(row(language, bearer(terms.kind()), names.holder()));
        if (!names.function().isBlank()) {
            rows.add(row(language, "function", names.function()));
        }
        if (!names.home().isBlank() && !names.home().equals(names.structure())) {
            rows.add(row(language, "home", names.home()));
        }
        rows.add(row(language, "structure", names.structure()));
        rows.add(
                row(
                        language,
                        "powers",
                        terms.powers().toSet().stream()
                                .map(power -> words.say(language, "letter.power." + code(power)))
                                .toList()));
        rows.add(row(language, "limits", limits(terms.scope(), language)));
        rows.add(
                row(
                        language,
                        "period",
                        words.say(
                                language,
                                "letter.period",
                                Local.date(words, language, terms.period().from()),
                                Local.date(words, language, terms.period().last()))));
        rows.add(row(language, "depth", words.say(language, "letter.depth", terms.depth())));
        rows.add(row(language, "grantor", grantor(facts, language)));
        rows.add(row(language, "basis", terms.basis()));
        rows.add(
                row(
                        language,
                        "record",
                        words.say(
                                language,
                                "letter.record",
                                Local.date(words, language, day(facts, facts.signedAt())),
                                Long.toString(facts.leaf()),
                                Local.date(words, language, day(facts, facts.effectiveAt())))));
        return rows;
    }

    private static String bearer(MandateKind kind) {
        return switch (kind) {
            case MANDATE -> "bearer";
            case MEMBER -> "member";
            case HEAD -> "head";
            case SPOKESPERSON -> "spokesperson";
        };
    }

    private List<String> grantor(LetterFacts facts, Language language) {
        String name = facts.head().names().grantor();
        return facts.officeBasis().isBlank()
                ? List.of(name)
                : List.of(name, words.say(language, "letter.office", facts.officeBasis()));
    }

    private List<String> limits(Scope scope, Language language) {
        List<String> limits = new ArrayList<>(scopes.apply(language, scope));
        if (scope.isOpen()) {
            limits.add(words.say(language, "letter.limits.none"));
        } else if (scope.limit(Scope.Side.TERRITORY).codes().isEmpty()) {
            limits.add(words.say(language, "letter.limits.anywhere"));
        }
        return limits;
    }

    private static String code(Power power) {
        return power.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private LetterText.Row row(Language language, String label, String line) {
        return row(language, label, List.of(line));
    }

    private LetterText.Row row(Language language, String label, List<String> lines) {
        return new LetterText.Row(words.say(language, "letter.row." + label), lines);
    }

    private static LocalDate day(LetterFacts facts, Instant at) {
        return LocalDate.ofInstant(at, facts.zone());
    }
}
