package org.danaya.trust.signature;

import java.util.ArrayList;
import java.util.List;
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

    public String family() {
        return family;
    }

    /** What is put behind the file's name. */
    public String ending() {
        return ending;
    }

    /**
     * The forms that fit a file, the one that people can open best first: inside a PDF, XML or JSON
     * file, around anything else. Each takes the signatures of several people beside each other.
     */
    static List<SignatureForm> fitting(String name, boolean pdf) {
        List<SignatureForm> forms = new ArrayList<>();
        String small = name.toLowerCase(Locale.ROOT);
        if (pdf) {
            forms.add(PADES);
        } else if (small.endsWith(".xml")) {
            forms.add(XADES);
        } else if (small.endsWith(".json")) {
            forms.add(JADES);
        }
        forms.add(ASIC_E_XADES);
        forms.add(ASIC_E_CADES);
        forms.add(CADES);
        return List.copyOf(forms);
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
