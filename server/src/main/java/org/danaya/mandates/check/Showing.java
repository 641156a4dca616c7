package org.danaya.mandates.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.danaya.mandates.Known;
import org.danaya.mandates.MandateEvent;
import org.danaya.mandates.position.portal.PositionSaying;
import org.danaya.mandates.position.portal.PositionVerdict;
import org.danaya.page.Tone;
import org.danaya.page.View;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.SealedMandate;
import org.danaya.verify.mandate.ShortCode;
import org.danaya.verify.mandate.VerdictWords;

/** Puts verdicts into words for a reader. */
final class Showing {

    private final View view;
    private final VerdictWords words;

    Showing(View view) {
        this.view = view;
        this.words = VerdictWords.of(view.language().locale());
    }

    CheckView.Shown shown(CheckOutcome.Decided decided) {
        return shown(decided, List.of());
    }

    /**
     * A verdict in words.
     *
     * @param named what is known of the mandates that a document names which proves nothing
     */
    CheckView.Shown shown(CheckOutcome.Decided decided, List<CheckOutcome.Decided> named) {
        if (decided.position().isPresent()) {
            return shown(decided, decided.position().get(), named);
        }
        MandateVerdict verdict = decided.verdict();
        return new CheckView.Shown(
                tone(verdict),
                verdict.code(),
                words.title(verdict),
                words.sentence(verdict),
                remarks(verdict, decided.known()),
                words.next(verdict),
                words.age(verdict.freshness()),
                facts(verdict, decided.known()),
                named.stream().map(this::named).toList(),
                Optional.empty());
    }

    private CheckView.Shown shown(
            CheckOutcome.Decided decided,
            PositionVerdict position,
            List<CheckOutcome.Decided> named) {
        PositionSaying said = PositionSaying.of(view, position);
        List<CheckView.Fact> facts = new ArrayList<>();
        add(facts, "verdict", said.code());
        add(facts, "known", position.at().toString());
        return new CheckView.Shown(
                said.tone(),
                said.code(),
                said.title(),
                said.sentence(),
                said.remarks(),
                said.next(),
                words.age(decided.verdict().freshness()),
                facts,
                named.stream().map(this::named).toList(),
                Optional.of(position.page()));
    }

    /** A seal has room for an acronym: the register knows what it stands for. */
    private List<String> remarks(MandateVerdict verdict, Optional<Known> known) {
        List<String> remarks = new ArrayList<>();
        known.map(each -> each.head().names())
                .filter(names -> !names.brief().equals(names.structure()))
                .ifPresent(
                        names ->
                                remarks.add(
                                        view.word(
                                                "mandates.check.structure",
                                                names.brief(),
                                                names.structure())));
        remarks.addAll(words.remarks(verdict));
        return remarks;
    }

    private CheckView.Named named(CheckOutcome.Decided decided) {
        if (decided.position().isPresent()) {
            PositionSaying said = PositionSaying.of(view, decided.position().get());
            return new CheckView.Named(said.title(), said.sentence());
        }
        MandateVerdict verdict = decided.verdict();
        String title =
                verdict.known()
                        .map(
                                known ->
                                        view.word(
                                                "mandates.check.named.number",
                                                Long.toString(known.mandate().number()),
                                                words.title(known)))
                        .orElseGet(() -> words.title(verdict));
        return new CheckView.Named(title, words.sentence(verdict));
    }

    /** What is wrong with what was typed. */
    String wrong(ShortCode.Reading reading) {
        return words.reading(reading);
    }

    /** Whether somebody may rely on it. */
    static boolean isGood(CheckOutcome.Decided decided) {
        return decided.position()
                .map(position -> position.code().equals("VALIDE"))
                .orElseGet(() -> decided.verdict() instanceof MandateVerdict.Valid);
    }

    private static Tone tone(MandateVerdict verdict) {
        return switch (verdict) {
            case MandateVerdict.Valid _ -> Tone.SUCCESS;
            case MandateVerdict.NotYet _, MandateVerdict.Expired _, MandateVerdict.Suspended _ ->
                    Tone.WARNING;
            case MandateVerdict.Revoked _, MandateVerdict.UnknownOrForged _ -> Tone.DANGER;
        };
    }

    private List<CheckView.Fact> facts(MandateVerdict verdict, Optional<Known> known) {
        List<CheckView.Fact> facts = new ArrayList<>();
        add(facts, "verdict", verdict.code());
        switch (verdict) {
            case MandateVerdict.Known each -> addMandate(facts, each);
            case MandateVerdict.UnknownOrForged(var reason, String detail, _) ->
                    add(facts, "reason", reason.code() + ": " + detail);
        }
        known.ifPresent(
                each -> {
                    add(facts, "structure", each.head().names().structure());
                    leaf(each).ifPresent(leaf -> add(facts, "leaf", view.number(leaf)));
                });
        add(facts, "known", verdict.freshness().known().toString());
        return facts;
    }

    private void addMandate(List<CheckView.Fact> facts, MandateVerdict.Known verdict) {
        SealedMandate mandate = verdict.mandate();
        add(facts, "code", ShortCode.ofData(mandate.code()).toString());
        add(facts, "number", Long.toString(mandate.number()));
        add(facts, "powers", mandate.powers().toString());
        add(facts, "remaining", verdict.remaining().toString());
        add(facts, "from", mandate.from().toString());
        add(facts, "until", mandate.until().toString());
        add(facts, "index", Long.toString(mandate.index()));
    }

    /** Where the public log has it. */
    static Optional<Long> leaf(Known known) {
        return known.history().events().stream()
                .filter(MandateEvent.Effective.class::isInstance)
                .map(event -> ((MandateEvent.Effective) event).leaf())
                .findFirst();
    }

    private void add(List<CheckView.Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new CheckView.Fact(view.word("mandates.check.fact." + name), value));
        }
    }
}
