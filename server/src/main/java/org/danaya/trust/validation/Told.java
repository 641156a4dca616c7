package org.danaya.trust.validation;

import java.util.List;
import org.danaya.page.Tone;

/**
 * A verdict in the reader's language.
 *
 * @param code for programs: {@code holds}, {@code does-not-hold}, {@code unsigned}, or the code of
 *     a refusal
 * @param sentence who, for which structure, when, and whether it still holds
 * @param advice what to do
 */
public record Told(
        Tone tone,
        String code,
        String sentence,
        String advice,
        List<Signature> signatures,
        List<String> remarks,
        List<Anchors> anchors) {

    /**
     * One signature.
     *
     * @param facts names and values, in order
     * @param technical for specialists
     */
    public record Signature(
            Tone tone,
            String code,
            String sentence,
            String advice,
            List<Fact> facts,
            List<String> remarks,
            List<String> technical) {}

    /** A name and a value. */
    public record Fact(String name, String value) {}

    /**
     * A source of trust.
     *
     * @param state its age and size, or why it isn't used
     */
    public record Anchors(Tone tone, String name, String state) {}
}
