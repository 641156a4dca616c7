package org.danaya.trust.signature;

import java.util.Locale;

/** The forms of signature that are made. */
public enum SignatureForm {
    /** Inside a PDF (EN 319 142). */
    PADES("PAdES", ""),
    /** XML, enveloped in an XML file or around any other (EN 319 132). */
    XADES("XAdES", ".xml"),
    /** CMS around the file (EN 319 122). */
    CADES("CAdES", ".p7m"),
    /** JSON around the file (TS 119 182). */
    JADES("JAdES", ".json"),
    /** A container of files with an XML signature (EN 319 162). */
    ASIC_E_XADES("XAdES", ".asice"),
    /** A container of files with a CMS signature (EN 319 162). */
    ASIC_E_CADES("CAdES", ".asice");

    private final String family;
    private final String ending;

    SignatureForm(String family, String ending) {
        this.family = family;
        this.ending = ending;
    }

    String family() {
        return family;
    }

    /** What is put behind the file's name. */
    public String ending() {
        return ending;
    }

    /** Whether several files can be signed as one. */
    public boolean isContainer() {
        return this == ASIC_E_XADES || this == ASIC_E_CADES;
    }

    /** The code for programs and for words: {@code asic-e-xades}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
