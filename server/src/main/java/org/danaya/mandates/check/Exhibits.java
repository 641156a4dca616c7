package org.danaya.mandates.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.mandates.credential.Credentials;
import org.danaya.mandates.letter.Letters;
import org.danaya.trust.validation.Refusal;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.Standing;
import org.danaya.trust.validation.ValidationFault;
import org.danaya.trust.validation.ValidationOutcome;
import org.danaya.trust.validation.Validations;
import org.danaya.verify.Opening;
import org.danaya.verify.Reason;
import org.danaya.verify.mandate.MandateSeal;

/**
 * Looks at files: a photograph, the text of a seal, a letter, any signed document. Nothing of them
 * is kept. For any number of threads.
 */
final class Exhibits {

    private final Checks checks;
    private final Validations validations;
    private final Letters letters;
    private final FileReaders readers;
    private final Turns turns;

    Exhibits(
            Checks checks,
            Validations validations,
            Letters letters,
            FileReaders readers,
            Turns turns) {
        this.checks = checks;
        this.validations = validations;
        this.letters = letters;
        this.readers = readers;
        this.turns = turns;
    }

    /** The largest file, in bytes. */
    int mostBytes() {
        return Math.toIntExact(validations.mostBytes());
    }

    /**
     * Looks at a file.
     *
     * @param locale of the messages for specialists
     * @param from the address of whoever sent it
     * @throws Fault {@link CheckFault#BUSY}, {@link CheckFault#TURN}, {@link ValidationFault#BUSY}
     */
    Exhibit look(String name, byte[] bytes, Locale locale, String from) {
        if (isSealText(bytes) || isCredential(bytes)) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return new Exhibit.Coded(List.of(checks.sealed(text)), false);
        }
        if (isProof(bytes)) {
            Optional<CheckOutcome.Decided> position = checks.ofPosition(bytes);
            if (position.isPresent()) {
                return new Exhibit.Coded(List.of(position.get()), false);
            }
        }
        if (isForeignPicture(bytes)) {
            return new Exhibit.Unreadable(CheckFault.FORMAT);
        }
        return turns.take(from, () -> opened(new SignedFile(name, bytes), locale));
    }

    private Exhibit opened(SignedFile file, Locale locale) {
        byte[] bytes = file.bytes();
        if (isPdf(bytes)) {
            return document(file, locale);
        }
        return switch (readers.look(bytes)) {
            case Sight.Picture(List<String> texts) when texts.isEmpty() ->
                    new Exhibit.Unreadable(CheckFault.NONE);
            case Sight.Picture(List<String> texts) ->
                    new Exhibit.Coded(texts.stream().map(checks::scanned).toList(), true);
            case Sight.TooLarge() -> new Exhibit.Unreadable(CheckFault.LARGE);
            case Sight.TooHard() -> new Exhibit.Unreadable(CheckFault.HARD);
            case Sight.Other(), Sight.Pages _ -> document(file, locale);
        };
    }

    private Exhibit document(SignedFile file, Locale locale) {
        ValidationOutcome signatures = validations.check(file, List.of(), locale);
        Optional<CheckOutcome.Decided> position = checks.ofPosition(file.bytes());
        if (position.isPresent()) {
            return proven(position.get(), signatures);
        }
        Optional<Letters.Recorded> recorded = letters.recorded(file.bytes());
        if (recorded.isPresent()) {
            return recorded(recorded.get(), signatures);
        }
        if (!isPdf(file.bytes()) || validations.danger(file).isPresent()) {
            return new Exhibit.Document(signatures);
        }
        return switch (readers.look(file.bytes())) {
            case Sight.Pages(List<String> texts, boolean scan) -> pages(texts, scan, signatures);
            case Sight.TooHard() when !(signatures instanceof ValidationOutcome.Checked) ->
                    new Exhibit.Unreadable(CheckFault.HARD);
            case Sight.TooHard _, Sight.Picture _, Sight.Other _, Sight.TooLarge _ ->
                    new Exhibit.Document(signatures);
        };
    }

    private Exhibit pages(List<String> texts, boolean scan, ValidationOutcome signatures) {
        List<CheckOutcome.Decided> named =
                texts.stream().filter(Checks::isOurs).map(checks::scanned).toList();
        if (named.isEmpty()) {
            return new Exhibit.Document(signatures);
        }
        return scan
                ? new Exhibit.Coded(named, true)
                : new Exhibit.Letter(checks.unproven(named), named, signatures);
    }

    /** The file of a position, as it was given out: its seal must hold too. */
    private Exhibit proven(CheckOutcome.Decided position, ValidationOutcome signatures) {
        return isWhole(signatures)
                ? new Exhibit.Letter(position, List.of(), signatures)
                : new Exhibit.Letter(
                        checks.unproven(List.of(position)), List.of(position), signatures);
    }

    /** A letter, as it was made: its seal decides whether the register's word goes with it. */
    private Exhibit recorded(Letters.Recorded letter, ValidationOutcome signatures) {
        CheckOutcome.Decided known = checks.of(letter.mandate());
        if (!letter.sealed()) {
            return new Exhibit.Letter(
                    checks.refused(Reason.LETTER_DRAFT, "no structure sealed it"),
                    List.of(known),
                    signatures);
        }
        return isWhole(signatures)
                ? new Exhibit.Letter(known, List.of(), signatures)
                : new Exhibit.Letter(
                        checks.refused(Reason.LETTER_UNPROVEN, "its seal doesn’t hold"),
                        List.of(known),
                        signatures);
    }

    /**
     * Whether the seal on a letter of ours still says what it said: who may be trusted to answer
     * for its certificate, another installation may not know; that this very file was sealed here
     * is in the list of letters.
     */
    private static boolean isWhole(ValidationOutcome signatures) {
        return signatures instanceof ValidationOutcome.Checked checked
                && !checked.signatures().isEmpty()
                && checked.signatures().stream().allMatch(each -> isWhole(each.standing()));
    }

    private static boolean isWhole(Standing standing) {
        return switch (standing) {
            case HOLDS, UNKNOWN_SIGNER, STATUS_UNKNOWN, EXPIRED, NOT_YET, UNDECIDED -> true;
            case HOLDS_FOR_PART, ALTERED, REVOKED, SUSPENDED, WEAK, CONTENT_MISSING, MALFORMED ->
                    false;
        };
    }

    /** Whether the file is of no kind that can be checked. */
    static boolean isNoDocument(ValidationOutcome signatures) {
        return signatures instanceof ValidationOutcome.Refused refused
                && refused.why() == Refusal.UNKNOWN_FORMAT;
    }

    /** Whether a file is the text of a seal. */
    static boolean isSealText(byte[] bytes) {
        return bytes.length < 4 * MandateSeal.MAX_CHARACTERS
                && new String(bytes, StandardCharsets.UTF_8)
                        .stripLeading()
                        .startsWith(MandateSeal.PREFIX);
    }

    /** Whether a file shows what a leaf of the public log commits to. */
    private static boolean isProof(byte[] bytes) {
        return head(bytes, Opening.HEADER.length()).equals(Opening.HEADER);
    }

    /** Whether a file has the form of a mandate in a wallet. */
    private static boolean isCredential(byte[] bytes) {
        return bytes.length <= Credentials.LONGEST
                && Credentials.isOne(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Whether a file is a PDF. */
    static boolean isPdf(byte[] bytes) {
        return head(bytes, 1024).contains("%PDF-");
    }

    /** Pictures that Java doesn't open: WebP, and what telephones call HEIC or AVIF. */
    static boolean isForeignPicture(byte[] bytes) {
        String head = head(bytes, 16);
        return (head.startsWith("RIFF") && head.startsWith("WEBP", 8))
                || head.startsWith("ftyphei", 4)
                || head.startsWith("ftypmif", 4)
                || head.startsWith("ftypavif", 4);
    }

    private static String head(byte[] bytes, int most) {
        return new String(bytes, 0, Math.min(most, bytes.length), StandardCharsets.ISO_8859_1);
    }
}
