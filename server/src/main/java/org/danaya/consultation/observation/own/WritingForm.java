package org.danaya.consultation.observation.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.ObservationKind;
import org.danaya.consultation.observation.Parts;
import org.danaya.consultation.observation.Passages;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;

/** The form in which an observation is written. */
final class WritingForm {

    /** The value of the choice that is the whole text. */
    static final String WHOLE = "*";

    /** The value of the choice that is what lies outside of all parts. */
    private static final String OUTSIDE = "-";

    private static final int INDENT = 3;

    static final Field<String> QUOTE = Field.area("quote", Passages.LONGEST).optional();
    static final Field<String> PREFIX = Field.text("prefix", 200).optional().hidden();
    static final Field<String> SUFFIX = Field.text("suffix", 200).optional().hidden();
    static final Field<String> REVISION = Field.text("revision", 17).optional().hidden();
    private static final Field<ObservationKind> KIND =
            Field.choice("kind", ObservationKind.class, "observation.kind").radios();
    private static final Field<String> COMMENT =
            Field.area("comment", Observation.Words.LONGEST).optional();
    private static final Field<String> PROPOSAL =
            Field.area("proposal", Observation.Words.LONGEST).optional();
    private static final Field<String> BASIS =
            Field.area("basis", Observation.Words.LONGEST_BASIS).optional();
    private static final Field<Boolean> CONFIDENTIAL = Field.tick("confidential").optional();

    private final Parts parts;
    private final Field<String> part;
    private final Form form;

    /**
     * A form.
     *
     * @param parts of the version that is written about
     */
    WritingForm(Parts parts) {
        this.parts = parts;
        List<Option> options = new ArrayList<>();
        options.add(Option.worded(WHOLE, "observation.write.whole"));
        parts.parts().forEach(each -> options.add(Option.named(value(each.wId()), name(each))));
        this.part = Field.choice("part", options);
        this.form =
                Form.of(
                        "observation.write",
                        part,
                        QUOTE,
                        KIND,
                        COMMENT,
                        PROPOSAL,
                        BASIS,
                        CONFIDENTIAL,
                        PREFIX,
                        SUFFIX,
                        REVISION);
    }

    private static String value(String wId) {
        return wId.isEmpty() ? OUTSIDE : wId;
    }

    private static String name(Parts.Part part) {
        String indent = "\u00a0".repeat(INDENT * Math.min(part.depth(), 6));
        boolean more = !part.heading().isEmpty() && !part.label().equals(part.heading());
        return indent + part.label() + (more ? " – " + part.heading() : "");
    }

    /** An empty form. */
    Form empty() {
        return form.with(KIND, ObservationKind.TECHNICAL);
    }

    /** A form that was begun, about words that were chosen in the text. */
    Form about(Form begun, String wId, String quote, String prefix, String suffix) {
        Form about = begun;
        String cut =
                quote.length() > Passages.LONGEST ? quote.substring(0, Passages.LONGEST) : quote;
        Optional<Anchor.OnSpan> found = Passages.find(parts, wId, cut, prefix, suffix);
        if (found.isPresent()) {
            return filled(about, found.get());
        }
        about = parts.find(wId).isPresent() ? about.with(part, wId) : about;
        return cut.isBlank()
                ? about
                : about.with(QUOTE, cut).refuse(QUOTE, "observation.write.quote.unfound");
    }

    /** A form that says what a draft says. */
    Form of(Observation.Draft draft) {
        return of(draft.said()).with(REVISION, Integer.toString(draft.revision()));
    }

    private Form of(Observation.Said said) {
        Observation.Words words = said.words().orElseThrow();
        Form filled =
                filled(form, said.anchor())
                        .with(KIND, said.kind())
                        .with(COMMENT, words.comment())
                        .with(PROPOSAL, words.proposal())
                        .with(BASIS, words.legalBasis());
        return said.confidential() ? filled.with(CONFIDENTIAL, true) : filled;
    }

    private Form filled(Form empty, Anchor anchor) {
        return switch (anchor) {
            case Anchor.Whole() -> empty.with(part, WHOLE);
            case Anchor.OnPart on -> empty.with(part, value(on.wId()));
            case Anchor.OnSpan span ->
                    empty.with(part, parts.find(span.wId()).isEmpty() ? WHOLE : value(span.wId()))
                            .with(QUOTE, span.quote())
                            .with(PREFIX, span.prefix())
                            .with(SUFFIX, span.suffix());
            case Anchor.Unplaced _ -> empty;
        };
    }

    /** A form that says what two drafts say together, about what the first is about. */
    Form merged(Observation.Draft one, Observation.Draft other) {
        Observation.Words words = one.said().words().orElseThrow();
        Observation.Words more = other.said().words().orElseThrow();
        boolean placed = !(one.said().anchor() instanceof Anchor.Unplaced);
        return at(
                of(
                        new Observation.Said(
                                one.said().kind(),
                                placed ? one.said().anchor() : other.said().anchor(),
                                one.said().confidential() || other.said().confidential(),
                                Optional.of(
                                        new Observation.Words(
                                                both(words.comment(), more.comment()),
                                                both(words.proposal(), more.proposal()),
                                                both(words.legalBasis(), more.legalBasis()))))),
                one,
                other);
    }

    private static Optional<String> both(Optional<String> one, Optional<String> other) {
        return Optional.of(both(one.orElse(""), other.orElse(""))).filter(said -> !said.isEmpty());
    }

    private static String both(String one, String other) {
        if (one.strip().equals(other.strip()) || other.isBlank()) {
            return one;
        }
        return one.isBlank() ? other : one + "\n\n" + other;
    }

    /** With the revisions that a merger begins from. */
    static Form at(Form read, Observation.Draft one, Observation.Draft other) {
        return read.with(REVISION, one.revision() + "." + other.revision());
    }

    /** The revisions of two drafts that were shown; 0 for what isn't told. */
    static List<Integer> revisions(Form read) {
        String typed = read.find(REVISION).orElse("");
        int dot = typed.indexOf('.');
        return typed.matches("[0-9]{1,8}[.][0-9]{1,8}")
                ? List.of(
                        Integer.parseInt(typed.substring(0, dot)),
                        Integer.parseInt(typed.substring(dot + 1)))
                : List.of(0, 0);
    }

    /** What was sent, with what is wrong about it. */
    Form read(Submission sent) {
        Form read = form.read(sent);
        if (read.find(COMMENT).isEmpty() && read.find(PROPOSAL).isEmpty()) {
            read = read.refuse(COMMENT, "observation.write.nothing");
        }
        if (read.find(part).isPresent() && anchor(read).isEmpty()) {
            read = read.refuse(QUOTE, "observation.write.quote.unfound");
        }
        return read;
    }

    /** What a form says that nothing is wrong with. */
    Observation.Said said(Form read) {
        return new Observation.Said(
                read.get(KIND),
                anchor(read).orElseThrow(),
                read.ticked(CONFIDENTIAL),
                Optional.of(
                        new Observation.Words(
                                read.find(COMMENT).orElse(""),
                                read.find(PROPOSAL),
                                read.find(BASIS))));
    }

    /** With the revision that the next change begins from. */
    static Form at(Form read, int revision) {
        return read.with(REVISION, Integer.toString(revision));
    }

    static int revision(Form read) {
        String typed = read.find(REVISION).orElse("");
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
    }

    /** Empty where the quoted words aren't there. */
    private Optional<Anchor> anchor(Form read) {
        String value = read.get(part);
        String wId = value.equals(OUTSIDE) || value.equals(WHOLE) ? "" : value;
        Optional<String> quote = read.find(QUOTE).filter(words -> !words.isBlank());
        if (quote.isEmpty()) {
            return Optional.of(
                    value.equals(WHOLE)
                            ? new Anchor.Whole()
                            : new Anchor.OnPart(wId, parts.label(wId)));
        }
        return Passages.find(
                        parts,
                        wId,
                        quote.get(),
                        read.find(PREFIX).orElse(""),
                        read.find(SUFFIX).orElse(""))
                .map(span -> span);
    }
}
