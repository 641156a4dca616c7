package org.danaya.mandates.check;

import java.util.List;
import java.util.Optional;
import org.danaya.form.Form;
import org.danaya.page.Tone;

/**
 * What the page shows.
 *
 * @param code the form for what is typed or pasted
 * @param file the form for a photograph or a document
 * @param answers what is found; none before a check
 * @param remarks what else is to be known of what was shown
 * @param signature of the document, where it was one
 * @param suggestion the code that was perhaps meant, and why it is asked
 */
public record CheckView(
        Form code,
        Form file,
        List<Shown> answers,
        List<String> remarks,
        Optional<Signature> signature,
        Optional<Suggestion> suggestion) {

    /**
     * What the signatures of a document say.
     *
     * @param code of the validation's outcome
     */
    public record Signature(Tone tone, String code, String sentence, String advice) {}

    /**
     * A verdict in the reader's language.
     *
     * @param code one of the six
     * @param age of the information
     * @param facts the technical detail
     * @param named what is known of the mandates that a document names which proves nothing
     * @param page where the text is, for an official position
     */
    public record Shown(
            Tone tone,
            String code,
            String title,
            String sentence,
            List<String> remarks,
            String next,
            String age,
            List<Fact> facts,
            List<Named> named,
            Optional<String> page) {}

    /** What the register says of what somebody put on their document. */
    public record Named(String title, String sentence) {}

    /** A name and a value. */
    public record Fact(String name, String value) {}

    /**
     * A code that was perhaps meant.
     *
     * @param why which character is doubtful
     */
    public record Suggestion(String code, String why) {}
}
