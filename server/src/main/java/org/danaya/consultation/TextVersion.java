package org.danaya.consultation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One version of a text. */
public sealed interface TextVersion {

    /**
     * What a version is from the beginning.
     *
     * @param number from 1
     * @param author the account that made it
     */
    record Head(UUID id, UUID dossier, int number, UUID author, Instant createdAt, Origin origin) {}

    /**
     * Where its text is from.
     *
     * @param form {@code empty}, {@code version}, or that of a file: {@code akn}, {@code docx},
     *     {@code markdown}
     * @param name of the file, to show; empty where there was none
     * @param sha256 of the file, in hexadecimal; empty where there was none
     */
    record Origin(String form, String name, String sha256) {}

    /**
     * What it says.
     *
     * @param sha256 of its Akoma Ntoso, in hexadecimal
     * @param words how many
     * @param parts how many parts that have a name
     */
    record Said(String sha256, int words, int parts) {}

    /**
     * It is being written.
     *
     * @param revision counts its changes, from 1
     */
    record Draft(Head head, Said said, int revision, Instant changedAt) implements TextVersion {}

    /** A draft in whose place another file was imported. */
    record Abandoned(Head head, Said said, Instant since) implements TextVersion {}

    /** Its text never changes any more. */
    record Fixed(Head head, Said said, Instant frozenAt, Stage stage, Instant since)
            implements TextVersion {}

    /** A later version took its place. */
    record Superseded(Head head, Said said, Instant frozenAt, Instant since)
            implements TextVersion {}

    /** It was given up. */
    record Withdrawn(Head head, Said said, Instant frozenAt, Instant since)
            implements TextVersion {}

    /** An act adopted it. */
    record Adopted(Head head, Said said, Instant frozenAt, Instant since) implements TextVersion {}

    /** The Council took note of it: a written communication, which is no adoption by an act. */
    record Noted(Head head, Said said, Instant frozenAt, Instant since) implements TextVersion {}

    /** It is known to everybody, with its history. */
    record Published(Head head, Said said, Instant frozenAt, Instant since)
            implements TextVersion {}

    /** What it is from the beginning. */
    Head head();

    /** What it says now. */
    Said said();

    /** Its id. */
    default UUID id() {
        return head().id();
    }

    /** The stable code of its state; words under {@code consultation.state.CODE}. */
    default String code() {
        return switch (this) {
            case Draft _ -> "draft";
            case Abandoned _ -> "abandoned";
            case Fixed fixed -> fixed.stage().code();
            case Superseded _ -> "superseded";
            case Withdrawn _ -> "withdrawn";
            case Adopted _ -> "adopted";
            case Noted _ -> "noted";
            case Published _ -> "published";
        };
    }

    /** Since when its text is fixed; empty while it isn't. */
    default Optional<Instant> frozen() {
        return switch (this) {
            case Draft _, Abandoned _ -> Optional.empty();
            case Fixed fixed -> Optional.of(fixed.frozenAt());
            case Superseded superseded -> Optional.of(superseded.frozenAt());
            case Withdrawn withdrawn -> Optional.of(withdrawn.frozenAt());
            case Adopted adopted -> Optional.of(adopted.frozenAt());
            case Noted noted -> Optional.of(noted.frozenAt());
            case Published published -> Optional.of(published.frozenAt());
        };
    }

    /** What acts on a version name as their subject. */
    static String subject(UUID version) {
        return "text-version:" + version;
    }
}
