package org.danaya.mandates.position.paper;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.mandates.letter.LetterText;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.PositionEvent;
import org.danaya.mandates.position.PositionNames;
import org.danaya.mandates.position.PositionRegister.Known;
import org.danaya.mandates.position.PositionTerms;
import org.danaya.mandates.position.Wording;
import org.danaya.page.Language;
import org.danaya.page.Local;
import org.danaya.page.Words;

/** Says a position in words for paper: in French, and in English beside it where it has both. */
final class PositionPaperWriter {

    private final Words words;
    private final Map<Language, String> countries;
    private final ZoneId zone;

    PositionPaperWriter(Words words, Map<Language, String> countries, ZoneId zone) {
        this.words = words;
        this.countries = Map.copyOf(countries);
        this.zone = zone;
    }

    /**
     * The texts, from left to right.
     *
     * @param page the address of its page
     * @param example whether nothing that the installation says is official
     */
    List<LetterText> write(Known known, URI page, boolean example, String sealedBy) {
        List<LetterText> texts = new ArrayList<>();
        PositionTerms terms = known.head().terms();
        texts.add(text(known, terms.french(), page, example, sealedBy, Language.FRENCH));
        terms.english()
                .ifPresent(
                        each ->
                                texts.add(
                                        text(
                                                known,
                                                each,
                                                page,
                                                example,
                                                sealedBy,
                                                Language.ENGLISH)));
        return texts;
    }

    private LetterText text(
            Known known,
            Wording wording,
            URI page,
            boolean example,
            String sealedBy,
            Language language) {
        OfficialPosition.Head head = known.head();
        return new LetterText(
                language,
                countries.getOrDefault(language, ""),
                head.names().structure(),
                example
                        ? Optional.of(words.say(language, "letter.mark.example"))
                        : Optional.empty(),
                words.say(language, "positions.kind." + head.terms().kind().code()),
                PositionNames.of(known.position()),
                words.say(language, "positions.paper.opening", head.names().structure()),
                rows(known, wording, language),
                words.say(language, "positions.paper.check"),
                List.of(
                        words.say(language, "positions.paper.check.page", page),
                        words.say(language, "positions.paper.check.verify"),
                        words.say(language, "positions.paper.check.rule")),
                words.say(language, "letter.code"),
                PositionNames.code(head),
                words.say(language, "letter.sealed", sealedBy),
                words.sentence(language, "letter.page"));
    }

    private List<LetterText.Row> rows(Known known, Wording wording, Language language) {
        PositionTerms terms = known.head().terms();
        PositionEvent.Signed signed = known.history().signature().orElseThrow();
        OfficialPosition.Publication publication = known.position().publication().orElseThrow();
        List<LetterText.Row> rows = new ArrayList<>();
        rows.add(row(language, "subject", wording.subject()));
        rows.add(
                new LetterText.Row(
                        words.say(language, "positions.paper.row.text"),
                        wording.text().lines().toList()));
        rows.add(row(language, "structure", known.head().names().structure()));
        rows.add(
                row(
                        language,
                        "signer",
                        words.say(
                                language,
                                "positions.paper.signer",
                                signed.signer(),
                                signed.function(),
                                day(language, signed.at()))));
        rows.add(
                row(
                        language,
                        "since",
                        terms.last()
                                .map(
                                        last ->
                                                words.say(
                                                        language,
                                                        "positions.paper.until",
                                                        day(language, publication.since()),
                                                        Local.date(words, language, last)))
                                .orElseGet(
                                        () ->
                                                words.say(
                                                        language,
                                                        "positions.paper.since",
                                                        day(language, publication.since())))));
        rows.add(
                row(
                        language,
                        "leaf",
                        words.say(
                                language,
                                "positions.paper.leaf",
                                Long.toString(publication.leaf()))));
        rows.add(row(language, "sha256", wording.sha256()));
        return rows;
    }

    private LetterText.Row row(Language language, String label, String line) {
        return new LetterText.Row(
                words.say(language, "positions.paper.row." + label), List.of(line));
    }

    private String day(Language language, Instant at) {
        return Local.date(words, language, LocalDate.ofInstant(at, zone));
    }
}
