package org.danaya.trust.validation;

import java.util.Locale;

/** Why a file can't be checked. Each has its sentence under {@code validation.refusal.CODE}. */
public enum Refusal {
    /** Nothing is in it. */
    EMPTY,
    /** It is larger than we take. */
    TOO_LARGE,
    /** Neither PDF, XML, ASiC, CMS nor JWS. */
    UNKNOWN_FORMAT,
    /** Its name ends in {@code .pdf}, and it is something else. */
    NOT_A_PDF,
    /** A PDF that needs a password. */
    PDF_ENCRYPTED,
    /** A PDF that can't be read. */
    PDF_BROKEN,
    /** A PDF with more pages or objects than we take, or pages too large. */
    PDF_HUGE,
    /** A PDF whose objects lie deeper within each other than we look. */
    PDF_DEEP,
    /** A PDF, or a part of it, that unpacks to more than we take. */
    PDF_BOMB,
    /** XML that declares a document type: its entities could read files or fill the memory. */
    XML_DOCTYPE,
    /** XML that isn't well formed. */
    XML_BROKEN,
    /** XML nested or repeated past what we take. */
    XML_HUGE,
    /** A ZIP file that can't be read. */
    ZIP_BROKEN,
    /** A ZIP file that unpacks to more than we take. */
    ZIP_BOMB,
    /** A ZIP file whose entries have names that lead out of it, or the same name twice. */
    ZIP_NAMES,
    /** CMS that isn't well-formed DER. */
    CMS_MALFORMED,
    /** JSON that isn't well formed. */
    JSON_MALFORMED,
    /** More signatures than we check in one file. */
    TOO_MANY_SIGNATURES,
    /** It can't be read as a signed file, for a reason that has no name of its own. */
    UNREADABLE,
    /** The check took longer than we allow. */
    TOO_SLOW;

    /**
     * Whether nobody should open the file, not even to sign it; else it is only of another kind.
     */
    boolean isDanger() {
        return switch (this) {
            case EMPTY,
                    TOO_LARGE,
                    NOT_A_PDF,
                    PDF_ENCRYPTED,
                    PDF_BROKEN,
                    PDF_HUGE,
                    PDF_DEEP,
                    PDF_BOMB,
                    XML_DOCTYPE,
                    XML_HUGE,
                    ZIP_BOMB,
                    ZIP_NAMES,
                    TOO_MANY_SIGNATURES,
                    TOO_SLOW ->
                    true;
            case UNKNOWN_FORMAT,
                    XML_BROKEN,
                    ZIP_BROKEN,
                    CMS_MALFORMED,
                    JSON_MALFORMED,
                    UNREADABLE ->
                    false;
        };
    }

    /** The code for programs: {@code pdf-encrypted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
