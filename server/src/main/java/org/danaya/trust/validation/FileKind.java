package org.danaya.trust.validation;

/** What a file is, by its content. */
public enum FileKind {
    /** ISO 32000. */
    PDF,
    /** XML with a signature in it, or of a signature alone. */
    XML,
    /** A ZIP file: ASiC, EN 319 162. */
    CONTAINER,
    /** CMS, in DER or PEM. */
    CMS,
    /** JSON or compact JWS. */
    JSON;

    /** The code for programs and for the keys of words. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
