package org.danaya.mandates.position.portal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.danaya.form.ApiOperation;
import org.danaya.form.ApiParameter;
import org.danaya.form.Cursor;
import org.danaya.form.Query;
import org.danaya.log.LogProofs;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.PositionEvent;
import org.danaya.mandates.position.PositionNames;
import org.danaya.mandates.position.PositionRegister.Known;
import org.danaya.mandates.position.PositionSearch;
import org.danaya.mandates.position.PositionTerms;
import org.danaya.mandates.position.Wording;
import org.danaya.page.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Official positions and communiqués for programs: what everybody may know of. */
@RestController
class PositionApi {

    private static final String PATH = "/api/v1/positions";
    private static final int MOST = 100;
    private static final int USUAL = 25;

    private final PublishedPositions published;
    private final LogProofs proofs;

    PositionApi(PublishedPositions published, LogProofs proofs) {
        this.published = published;
        this.proofs = proofs;
    }

    /**
     * A part of the list, the last number first.
     *
     * @param next where the part that follows begins; null at the end
     */
    record PositionsFound(List<PositionBrief> positions, @Nullable String next) {}

    /**
     * A position in a list.
     *
     * @param state in-force, lapsed, replaced or withdrawn
     */
    record PositionBrief(
            long number,
            String kind,
            String structure,
            String subject,
            String state,
            Instant inForceSince,
            String page) {}

    /**
     * A position.
     *
     * @param at the instant as of which it is told
     * @param stateSince the day since which it isn't in force any more; null while it is
     * @param replacedBy the path of the page of what took its place; null for nothing
     * @param reason why it was withdrawn; null where it wasn't
     * @param under what gave the signer the power to speak: {@code office:ID} or {@code mandate:ID}
     * @param until the first day on which it doesn't hold any more; null for no end
     * @param leaf its place in the public log
     * @param opening salt, content and proof of its leaf, as {@code danaya log check} reads them
     */
    record PositionOne(
            long number,
            String code,
            String kind,
            String structureId,
            String structure,
            PositionWords french,
            @Nullable PositionWords english,
            String state,
            Instant at,
            @Nullable LocalDate stateSince,
            @Nullable String replacedBy,
            @Nullable String reason,
            String signer,
            String function,
            String under,
            Instant signedAt,
            Instant inForceSince,
            LocalDate from,
            @Nullable LocalDate until,
            String page,
            long leaf,
            String opening) {}

    /**
     * The words in a language.
     *
     * @param sha256 of the text in UTF-8: what was signed and logged
     */
    record PositionWords(String subject, String text, String sha256) {

        static PositionWords of(Wording wording) {
            return new PositionWords(wording.subject(), wording.text(), wording.sha256());
        }
    }

    @Open
    @ApiOperation(
            id = "listPositions",
            about = "The official positions and communiqués, the last one first.")
    @ApiParameter(name = "q", about = "Words of the subject, the text or the structure.")
    @ApiParameter(name = "on", about = "Only those in force at the end of a day: 2026-03-31.")
    @ApiParameter(name = "before", about = "The value of next of the part before.")
    @ApiParameter(
            name = "limit",
            about = "How many at most.",
            least = 1,
            most = MOST,
            usual = USUAL)
    @GetMapping(PATH)
    PositionsFound list(Query query) {
        Cursor cursor = Cursor.of(query, "before", MOST, USUAL);
        long skipped = cursor.at().map(PositionApi::skipped).orElse(0L);
        PositionSearch all = PositionSearch.ofEverybody();
        PositionSearch search =
                new PositionSearch(
                        query.text("q"),
                        all.standing(),
                        all.kind(),
                        all.structure(),
                        query.given("on").map(PublicPositionPages::day),
                        true,
                        all.reach());
        List<PositionSearch.Found> found =
                published
                        .register()
                        .list(search, PositionSearch.BY_NUMBER + " desc", skipped, cursor.wanted());
        return new PositionsFound(
                cursor.shown(found).stream().map(this::brief).toList(),
                cursor.next(found, _ -> Long.toString(skipped + cursor.limit())));
    }

    @Open
    @ApiOperation(
            id = "getPosition",
            about = "An official position or communiqué, how it stands, and the proof of it.")
    @ApiParameter(name = "on", about = "How it stood at the end of a day, such as 2026-03-31.")
    @GetMapping(PATH + "/{number:[0-9]{1,15}}")
    PositionOne one(@PathVariable long number, Query query) {
        Optional<LocalDate> day = query.given("on").map(PublicPositionPages::day);
        Known known = day.isPresent() ? published.get(number, day.get()) : published.get(number);
        OfficialPosition.Publication publication = PublishedPositions.publication(known);
        PositionEvent.Signed signed = PublishedPositions.signature(known);
        PositionTerms terms = known.head().terms();
        PositionViews.Stands stands = published.stands(known);
        byte[] opening = proofs.open(Long.toString(publication.leaf())).toBytes();
        return new PositionOne(
                publication.number(),
                PositionNames.code(known.head()),
                terms.kind().code(),
                known.head().names().identifier(),
                known.head().names().structure(),
                PositionWords.of(terms.french()),
                terms.english().map(PositionWords::of).orElse(null),
                stands.code(),
                known.at(),
                stands.since().orElse(null),
                stands.by().map(PositionViews.Other::path).orElse(null),
                stands.reason().isEmpty() ? null : stands.reason(),
                signed.signer(),
                signed.function(),
                PublishedPositions.under(signed),
                signed.at(),
                publication.since(),
                terms.from(),
                terms.until().orElse(null),
                published.address(known),
                publication.leaf(),
                new String(opening, StandardCharsets.UTF_8));
    }

    private PositionBrief brief(PositionSearch.Found found) {
        return new PositionBrief(
                found.number().orElseThrow(),
                found.head().terms().kind().code(),
                found.head().names().identifier(),
                found.head().terms().french().subject(),
                found.state(),
                found.inForceAt().orElseThrow(),
                published.page(PublicPositionPages.PATH + "/" + found.number().orElseThrow()));
    }

    private static long skipped(String next) {
        return next.matches("[0-9]{1,9}") ? Long.parseLong(next) : 0;
    }
}
