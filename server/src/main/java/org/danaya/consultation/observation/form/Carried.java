package org.danaya.consultation.observation.form;

import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Parts;
import org.danaya.consultation.observation.Passages;
import org.danaya.consultation.observation.Place;
import org.danaya.consultation.observation.Places;

/**
 * What the rows of a form for an earlier version are about in the one that is consulted on: the
 * same part, the same words. What isn't the same any more waits for somebody to place it.
 */
final class Carried {

    private final ClauseFinder finder;
    private final Parts parts;
    private final Places places;
    private final TextVersion before;
    private final TextVersion after;

    Carried(TextRegister texts, Places places, TextVersion before, TextVersion after) {
        this.finder = new ClauseFinder(Parts.of(texts.text(before).flow()));
        this.parts = Parts.of(texts.text(after).flow());
        this.places = places;
        this.before = before;
        this.after = after;
    }

    Anchor find(FormRow row) {
        Anchor was = finder.find(row);
        if (was instanceof Anchor.Unplaced) {
            return was;
        }
        Anchor unplaced = new Anchor.Unplaced(row.said());
        return switch (places.of(was, before, after)) {
            case Place.Whole() -> new Anchor.Whole();
            case Place.OnPart(String wId, String label, boolean merged) ->
                    merged ? unplaced : new Anchor.OnPart(wId, label);
            case Place.OnSpan span ->
                    span.changed()
                            ? unplaced
                            : Passages.at(parts, span.wId(), span.line(), span.start(), span.end())
                                    .<Anchor>map(each -> each)
                                    .orElse(unplaced);
            case Place.WordsGone _, Place.PartGone _ -> unplaced;
        };
    }
}
