package org.danaya.mandates.letter;

import java.util.List;
import java.util.Optional;
import org.danaya.page.Language;

/**
 * What a letter says, in one language.
 *
 * @param country its name
 * @param structure in whose name the bearer acts
 * @param mark what a reader has to know before anything else
 * @param title what the letter is
 * @param number the register's number
 * @param opening the sentence before the rows
 * @param rows what is said, one thing a row
 * @param checkTitle the title beside the QR
 * @param check what a reader does, a step a line
 * @param code the short code
 * @param codeLabel what the short code is called
 * @param seal whose electronic seal the file bears
 * @param page what stands at the foot: {@code {0}} is the page, {@code {1}} how many
 */
public record LetterText(
        Language language,
        String country,
        String structure,
        Optional<String> mark,
        String title,
        String number,
        String opening,
        List<Row> rows,
        String checkTitle,
        List<String> check,
        String codeLabel,
        String code,
        String seal,
        String page) {

    /**
     * One thing.
     *
     * @param lines one or more
     */
    public record Row(String label, List<String> lines) {}
}
