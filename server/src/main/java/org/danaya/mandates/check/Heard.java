package org.danaya.mandates.check;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.danaya.verify.mandate.ShortCode;
import org.jspecify.annotations.Nullable;

/**
 * What a portal says, fit to be printed: of its form, each text in one line of a bounded length,
 * without characters that a terminal obeys or that turn the direction of others.
 */
final class Heard {

    /** More than any sentence of ours. */
    private static final int LONGEST = 2_000;

    private static final int MOST = 16;
    private static final Set<String> VERDICTS =
            Set.of("VALIDE", "PAS_ENCORE", "EXPIRE", "SUSPENDU", "REVOQUE", "INCONNU_OU_FALSIFIE");

    /** Control and format characters, lone surrogates, and the ends of lines and paragraphs. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+");

    /** Of a proof, which has lines. */
    private static final Pattern PROOF = Pattern.compile("[\\x20-\\x7e\\u2014\\n]*");

    private Heard() {}

    /**
     * An answer.
     *
     * @throws IllegalArgumentException where it hasn't the form of one
     */
    static CheckAnswer.Shown of(CheckAnswer.@Nullable Shown said) {
        if (said == null) {
            throw new IllegalArgumentException("no answer");
        }
        return new CheckAnswer.Shown(
                line(said.kind()),
                some(said.answers()).stream().map(Heard::of).toList(),
                some(said.named()).stream().map(Heard::of).toList(),
                lines(said.remarks()),
                of(said.signature()));
    }

    private static CheckAnswer of(@Nullable CheckAnswer said) {
        if (said == null || !VERDICTS.contains(line(said.verdict()))) {
            throw new IllegalArgumentException("none of the six verdicts");
        }
        return new CheckAnswer(
                said.verdict(),
                said.toConfirm(),
                line(said.title()),
                line(said.sentence()),
                lines(said.remarks()),
                line(said.next()),
                known(said.known()),
                said.suggestion() == null ? null : line(said.suggestion()),
                of(said.mandate()),
                said.seal() == null ? null : line(said.seal()),
                of(said.proof()));
    }

    private static Instant known(@Nullable Instant said) {
        if (said == null) {
            throw new IllegalArgumentException("no time");
        }
        return said;
    }

    private static CheckAnswer.@Nullable Signature of(CheckAnswer.@Nullable Signature said) {
        return said == null
                ? null
                : new CheckAnswer.Signature(
                        line(said.outcome()), line(said.sentence()), line(said.advice()));
    }

    private static CheckApi.@Nullable Proof of(CheckApi.@Nullable Proof said) {
        return said == null || !PROOF.matcher(text(said.tlogProof())).matches() ? null : said;
    }

    private static @Nullable Facts of(@Nullable Facts said) {
        if (said == null) {
            return null;
        }
        Facts facts =
                new Facts(
                        line(said.kind()),
                        said.number(),
                        line(said.code()),
                        line(said.name()),
                        line(said.function()),
                        line(said.structureId()),
                        line(said.structure()),
                        lines(said.powers()),
                        lines(said.remaining()),
                        line(said.limit()),
                        said.index(),
                        known(said.from()),
                        known(said.until()));
        boolean sound =
                ShortCode.read(facts.code()) instanceof ShortCode.Reading.Good(ShortCode code)
                        && facts.sealed().code().equals(code.data());
        if (!sound) {
            throw new IllegalArgumentException("facts that no mandate has");
        }
        return facts;
    }

    /** One line of what somebody says. */
    static String line(@Nullable String said) {
        String text = text(said);
        return UNPRINTABLE
                .matcher(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text)
                .replaceAll(" ");
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }

    private static List<String> lines(@Nullable List<String> said) {
        return some(said).stream().map(Heard::line).toList();
    }

    private static <T> List<T> some(@Nullable List<T> said) {
        return said == null ? List.of() : said.stream().limit(MOST).toList();
    }
}
