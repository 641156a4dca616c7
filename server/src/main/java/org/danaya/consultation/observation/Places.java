package org.danaya.consultation.observation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Lineage;
import org.danaya.text.redline.Link;
import org.danaya.text.redline.Piece;
import org.danaya.text.redline.Redline;

/** Derives where what an observation is about is in later versions. For any number of threads. */
public final class Places {

    private final TextRegister texts;

    Places(TextRegister texts) {
        this.texts = texts;
    }

    /**
     * Where what an observation is about is in a later version.
     *
     * @param later a version of the same dossier
     */
    public Place of(Observation observation, TextVersion later) {
        TextVersion version = texts.version(observation.head().version());
        return of(observation.said().anchor(), version, later);
    }

    /** Where what several observations about one version are about is in a later one, in order. */
    public List<Place> of(List<? extends Observation> observations, TextVersion later) {
        return observations.stream().map(each -> of(each, later)).toList();
    }

    /**
     * Where what is said about a version is in a later one.
     *
     * @param version that the anchor is of
     * @param later a version of the same dossier
     */
    public Place of(Anchor anchor, TextVersion version, TextVersion later) {
        return switch (anchor) {
            case Anchor.Whole(), Anchor.Unplaced(String _) -> new Place.Whole();
            case Anchor.OnPart(String wId, String label) -> part(wId, label, version, later);
            case Anchor.OnSpan span -> span(span, version, later);
        };
    }

    private Place part(String wId, String label, TextVersion version, TextVersion later) {
        Parts parts = Parts.of(texts.text(later).flow());
        if (wId.isEmpty()) {
            return new Place.OnPart("", "", false);
        }
        if (parts.find(wId).isPresent()) {
            return new Place.OnPart(wId, parts.label(wId), false);
        }
        Redline redline = texts.redline(version, later);
        return Lineage.of(redline).stream()
                .filter(link -> link.before().wId().equals(wId))
                .sorted(Comparator.comparingInt(link -> link.kind() == Link.Kind.SAME ? 0 : 1))
                .findFirst()
                .<Place>map(
                        link ->
                                new Place.OnPart(
                                        link.after().wId(),
                                        parts.label(link.after().wId()),
                                        link.kind() == Link.Kind.MERGED))
                .orElseGet(() -> new Place.PartGone(label));
    }

    private Place span(Anchor.OnSpan span, TextVersion version, TextVersion later) {
        Redline redline = texts.redline(version, later);
        Map<String, Integer> seen = new HashMap<>();
        for (Change change : redline.changes()) {
            Optional<Line> line =
                    switch (change) {
                        case Change.Kept kept -> Optional.of(kept.before());
                        case Change.MovedFrom from -> Optional.of(from.line().before());
                        case Change.Deleted(Line deleted) -> Optional.of(deleted);
                        case Change.Table table -> {
                            table.before()
                                    .lines()
                                    .forEach(
                                            each ->
                                                    seen.merge(
                                                            each.place().wId(), 1, Integer::sum));
                            yield Optional.empty();
                        }
                        case Change.Deleted deleted -> {
                            deleted.block()
                                    .lines()
                                    .forEach(
                                            each ->
                                                    seen.merge(
                                                            each.place().wId(), 1, Integer::sum));
                            yield Optional.empty();
                        }
                        case Change.Inserted _, Change.MovedTo _ -> Optional.empty();
                    };
            if (line.isEmpty()) {
                continue;
            }
            String wId = line.get().place().wId();
            int at = seen.merge(wId, 1, Integer::sum) - 1;
            if (wId.equals(span.wId()) && at == span.line()) {
                return switch (change) {
                    case Change.Kept kept -> kept(span, kept, version, later);
                    case Change.MovedFrom from -> kept(span, from.line(), version, later);
                    case Change.Deleted _, Change.Table _, Change.Inserted _, Change.MovedTo _ ->
                            gone(span, version, later);
                };
            }
        }
        return found(span, version, later);
    }

    /** Follows the quoted words through what became of their line. */
    private Place kept(
            Anchor.OnSpan span, Change.Kept line, TextVersion version, TextVersion later) {
        int before = 0;
        int after = 0;
        int start = -1;
        int end = -1;
        for (Piece piece : line.pieces()) {
            int was = length(Piece.before(List.of(piece)));
            int is = length(Piece.after(List.of(piece)));
            boolean inside = before < span.end() && before + was > span.start();
            switch (piece) {
                case Piece.Same _, Piece.Restyled _, Piece.Noted _ -> {
                    if (inside) {
                        int from = Math.max(span.start() - before, 0);
                        int to = Math.min(span.end() - before, was);
                        start = start < 0 ? after + from : start;
                        end = after + to;
                    }
                }
                case Piece.Inserted _ -> {
                    boolean within = before > span.start() && before < span.end();
                    if (within && start >= 0) {
                        end = after + is;
                    }
                }
                case Piece.Deleted _ -> {}
            }
            before += was;
            after += is;
        }
        if (start < 0 || end <= start) {
            return gone(span, version, later);
        }
        Parts parts = Parts.of(texts.text(later).flow());
        String wId = line.after().place().wId();
        String words = line.after().text();
        int stop = Math.min(end, words.length());
        return new Place.OnSpan(
                wId,
                parts.label(wId),
                Math.max(parts.of(wId).indexOf(line.after()), 0),
                start,
                stop,
                words.substring(start, stop),
                !words.substring(start, stop).equals(span.quote()));
    }

    /** The words are gone from where they were; what remains is their part, if it does. */
    private Place gone(Anchor.OnSpan span, TextVersion version, TextVersion later) {
        return switch (part(span.wId(), span.label(), version, later)) {
            case Place.OnPart part -> new Place.WordsGone(part.wId(), part.label());
            case Place.PartGone gone -> gone;
            case Place.Whole whole -> whole;
            case Place.OnSpan on -> on;
            case Place.WordsGone words -> words;
        };
    }

    /** Words of a table are looked for by what they say. */
    private Place found(Anchor.OnSpan span, TextVersion version, TextVersion later) {
        Parts parts = Parts.of(texts.text(later).flow());
        return Passages.find(parts, span.wId(), span.quote(), span.prefix(), span.suffix())
                .<Place>map(
                        at ->
                                new Place.OnSpan(
                                        at.wId(),
                                        at.label(),
                                        at.line(),
                                        at.start(),
                                        at.end(),
                                        at.quote(),
                                        !at.quote().equals(span.quote())))
                .orElseGet(() -> gone(span, version, later));
    }

    private static int length(List<Inline> inlines) {
        return inlines.stream().mapToInt(inline -> inline.text().length()).sum();
    }
}
