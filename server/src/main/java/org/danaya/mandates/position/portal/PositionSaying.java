package org.danaya.mandates.position.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.PositionEvent;
import org.danaya.mandates.position.PositionNames;
import org.danaya.mandates.position.PositionRegister.Known;
import org.danaya.page.Language;
import org.danaya.page.Tone;
import org.danaya.page.View;

/**
 * A verdict in the reader's language: who said what in whose name, and since or until when.
 *
 * @param code one of the six
 * @param next what to do
 */
public record PositionSaying(
        Tone tone, String code, String title, String sentence, List<String> remarks, String next) {

    /** Puts a verdict into words. */
    public static PositionSaying of(View view, PositionVerdict verdict) {
        return switch (verdict) {
            case PositionVerdict.Genuine genuine -> genuine(view, genuine);
            case PositionVerdict.Altered altered ->
                    new PositionSaying(
                            Tone.DANGER,
                            altered.code(),
                            view.word("positions.verdict.altered"),
                            view.word("positions.verdict.altered.sentence", named(view, altered)),
                            List.of(),
                            view.word("positions.verdict.altered.next", altered.page()));
        };
    }

    private static PositionSaying genuine(View view, PositionVerdict.Genuine verdict) {
        Known known = verdict.known();
        PositionEvent.Signed signed = PublishedPositions.signature(known);
        String said =
                view.word(
                        "positions.verdict.said",
                        signed.signer(),
                        signed.function(),
                        named(view, verdict),
                        known.head().names().structure(),
                        view.date(signed.at()));
        String state = state(known);
        String sentence =
                said
                        + " "
                        + view.word(
                                "positions.verdict." + state + ".sentence",
                                day(view, known),
                                verdict.by().orElse(""));
        return new PositionSaying(
                PositionViews.tone(state),
                verdict.code(),
                view.word("positions.verdict." + state),
                sentence,
                remarks(view, known),
                view.word("positions.verdict." + state + ".next", verdict.page()));
    }

    private static List<String> remarks(View view, Known known) {
        Optional<LocalDate> last = known.head().terms().last();
        return switch (known.position()) {
            case OfficialPosition.InForce _ ->
                    last
                            .filter(_ -> known.holds())
                            .map(day -> view.word("positions.verdict.last", view.date(day)))
                            .stream()
                            .toList();
            case OfficialPosition.Withdrawn(_, _, String reason, _) ->
                    List.of(view.word("positions.stands.reason", reason));
            case OfficialPosition.Replaced _,
                    OfficialPosition.Draft _,
                    OfficialPosition.Validated _,
                    OfficialPosition.Embargoed _ ->
                    List.of();
        };
    }

    private static String state(Known known) {
        return known.position() instanceof OfficialPosition.InForce && !known.holds()
                ? "lapsed"
                : known.position().code();
    }

    /** Since when it stands as it does. */
    private static String day(View view, Known known) {
        return switch (known.position()) {
            case OfficialPosition.InForce(_, OfficialPosition.Publication publication) ->
                    known.holds()
                            ? view.date(publication.since())
                            : view.date(known.head().terms().last().orElseThrow());
            case OfficialPosition.Replaced(_, _, _, Instant since) -> view.date(since);
            case OfficialPosition.Withdrawn(_, _, _, Instant since) -> view.date(since);
            case OfficialPosition.Draft _,
                    OfficialPosition.Validated _,
                    OfficialPosition.Embargoed _ ->
                    throw new IllegalStateException("Nobody may know of it");
        };
    }

    /** Position officielle P-12 « sujet ». */
    private static String named(View view, PositionVerdict verdict) {
        OfficialPosition.Head head = verdict.known().head();
        return view.word(
                "positions.verdict.named",
                view.word("positions.kind." + head.terms().kind().code()),
                PositionNames.of(verdict.known().position()),
                view.language() == Language.ENGLISH
                        ? head.terms().english().orElse(head.terms().french()).subject()
                        : head.terms().french().subject());
    }
}
