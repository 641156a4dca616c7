package org.danaya.trust.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.danaya.page.Tone;
import org.danaya.page.View;
import org.danaya.trust.validation.SignatureVerdict.Moment;
import org.danaya.trust.validation.SignatureVerdict.Signer;

/** Says in plain words what was found. */
public final class Telling {

    /** Words and times in the reader's language. */
    public interface Speech {

        /** The words of a key. */
        String word(String key, Object... facts);

        /** A time in local form. */
        String time(Instant time);

        /** Those of a page. */
        static Speech of(View view) {
            return new Speech() {
                @Override
                public String word(String key, Object... facts) {
                    return view.word(key, facts);
                }

                @Override
                public String time(Instant time) {
                    return view.time(time);
                }
            };
        }
    }

    private final Speech speech;

    /** In these words. */
    public Telling(Speech speech) {
        this.speech = speech;
    }

    /** The verdict, for a reader. */
    public Told told(ValidationOutcome outcome) {
        return switch (outcome) {
            case ValidationOutcome.Checked checked -> checked(checked);
            case ValidationOutcome.Unsigned(FileKind _, List<Remark> remarks) ->
                    new Told(
                            Tone.WARNING,
                            "unsigned",
                            speech.word("validation.unsigned"),
                            speech.word("validation.unsigned.advice"),
                            List.of(),
                            remarks(remarks),
                            List.of());
            case ValidationOutcome.Refused(Refusal why, List<String> facts) ->
                    new Told(
                            Tone.DANGER,
                            why.code(),
                            speech.word("validation.refusal." + why.code(), facts.toArray()),
                            speech.word("validation.refusal.advice"),
                            List.of(),
                            List.of(),
                            List.of());
        };
    }

    List<Told.Anchors> anchors(List<AnchorsState> states) {
        return states.stream().map(this::anchors).toList();
    }

    private Told checked(ValidationOutcome.Checked checked) {
        List<Told.Signature> all = checked.signatures().stream().map(this::signature).toList();
        long good = checked.signatures().stream().filter(s -> s.standing().holds()).count();
        boolean rehearsal = checked.signatures().stream().anyMatch(Telling::rehearsal);
        Tone tone =
                checked.holds()
                        ? rehearsal ? Tone.WARNING : Tone.SUCCESS
                        : all.stream().anyMatch(each -> each.tone() == Tone.DANGER)
                                ? Tone.DANGER
                                : Tone.WARNING;
        boolean one = all.size() == 1;
        String several = checked.holds() ? "validation.several.hold" : "validation.several.not";
        return new Told(
                tone,
                checked.holds() ? "holds" : "does-not-hold",
                one
                        ? all.getFirst().sentence()
                        : speech.word(several, all.size(), all.size() - good),
                one
                        ? all.getFirst().advice()
                        : speech.word(
                                checked.holds() && rehearsal
                                        ? "validation.advice.rehearsal"
                                        : several + ".advice"),
                all,
                remarks(checked.remarks()),
                anchors(checked.anchors()));
    }

    private Told.Signature signature(SignatureVerdict verdict) {
        Standing standing = verdict.standing();
        List<Told.Fact> facts = new ArrayList<>();
        facts.add(fact("level", verdict.level()));
        verdict.by().title().ifPresent(title -> facts.add(fact("title", title)));
        verdict.roles()
                .forEach(
                        role ->
                                facts.add(
                                        fact(
                                                role.recorded() ? "role.recorded" : "role.claimed",
                                                role.text())));
        verdict.by().issuer().ifPresent(issuer -> facts.add(fact("issuer", issuer)));
        facts.add(
                fact(
                        "status",
                        verdict.status()
                                .map(speech::time)
                                .orElseGet(() -> speech.word("validation.fact.status.none"))));
        if (!verdict.covers().isEmpty()) {
            facts.add(fact("covers", String.join(", ", verdict.covers())));
        }
        facts.add(fact("indication", verdict.indication()));
        return new Told.Signature(
                rehearsal(verdict) && standing == Standing.HOLDS ? Tone.WARNING : tone(standing),
                standing.code(),
                sentence(verdict),
                speech.word(
                        "validation.advice."
                                + (rehearsal(verdict) && standing.holds()
                                        ? "rehearsal"
                                        : standing.code())),
                facts,
                remarks(verdict.remarks()),
                verdict.technical());
    }

    private String sentence(SignatureVerdict verdict) {
        Standing standing = verdict.standing();
        String key = "validation.says." + standing.code();
        String by = by(verdict.by(), standing);
        String at = at(verdict.at());
        return verdict.revokedSince()
                .map(since -> speech.word(key + ".revoked-since", by, at, speech.time(since)))
                .orElseGet(() -> speech.word(key, by, at));
    }

    /** A name that nothing proves is not told as a fact. */
    private String by(Signer signer, Standing standing) {
        if (signer.name().isEmpty()) {
            return speech.word("validation.by.nobody");
        }
        String who =
                signer.structure()
                        .map(each -> speech.word("validation.who.for", signer.name(), each))
                        .orElse(signer.name());
        return switch (standing) {
            case HOLDS, HOLDS_FOR_PART, REVOKED, SUSPENDED, EXPIRED ->
                    speech.word(
                            signer.seal() ? "validation.by.sealed" : "validation.by.signed", who);
            case ALTERED,
                    NOT_YET,
                    UNKNOWN_SIGNER,
                    STATUS_UNKNOWN,
                    WEAK,
                    CONTENT_MISSING,
                    MALFORMED,
                    UNDECIDED ->
                    speech.word("validation.by.claimed", who);
        };
    }

    private String at(Moment moment) {
        return switch (moment) {
            case Moment.Proven(Instant time) ->
                    speech.word("validation.at.proven", speech.time(time));
            case Moment.Claimed(Instant time) ->
                    speech.word("validation.at.claimed", speech.time(time));
            case Moment.Untold() -> speech.word("validation.at.untold");
        };
    }

    private List<String> remarks(List<Remark> remarks) {
        return remarks.stream()
                .map(
                        each ->
                                speech.word(
                                        "validation.remark." + each.kind().code(),
                                        each.facts().toArray()))
                .toList();
    }

    private Told.Anchors anchors(AnchorsState state) {
        String issued =
                state.issued()
                        .map(speech::time)
                        .orElseGet(() -> speech.word("validation.anchors.undated"));
        return new Told.Anchors(
                state.usable() ? Tone.SUCCESS : Tone.DANGER,
                state.name().equals(AnchorsState.OWN) || state.rehearsal()
                        ? speech.word(state.name())
                        : state.name(),
                state.usable()
                        ? state.nextUpdate()
                                .map(
                                        next ->
                                                speech.word(
                                                        "validation.anchors.until",
                                                        state.anchors(),
                                                        issued,
                                                        speech.time(next)))
                                .orElseGet(
                                        () ->
                                                speech.word(
                                                        "validation.anchors.of",
                                                        state.anchors(),
                                                        issued))
                        : speech.word("validation.anchors.unusable", issued));
    }

    private Told.Fact fact(String name, String value) {
        return new Told.Fact(speech.word("validation.fact." + name), value);
    }

    private static boolean rehearsal(SignatureVerdict verdict) {
        return verdict.remarks().stream().anyMatch(each -> each.kind() == Remark.Kind.REHEARSAL);
    }

    private static Tone tone(Standing standing) {
        return switch (standing) {
            case HOLDS -> Tone.SUCCESS;
            case HOLDS_FOR_PART,
                    SUSPENDED,
                    EXPIRED,
                    NOT_YET,
                    STATUS_UNKNOWN,
                    CONTENT_MISSING,
                    UNDECIDED ->
                    Tone.WARNING;
            case ALTERED, REVOKED, UNKNOWN_SIGNER, WEAK, MALFORMED -> Tone.DANGER;
        };
    }
}
