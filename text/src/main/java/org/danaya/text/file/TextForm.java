package org.danaya.text.file;

import java.util.Arrays;
import java.util.Optional;

/** A form in which a text lies in a file. */
public enum TextForm {
    /** Akoma Ntoso 3.0. */
    AKN("akn", "xml", "application/akn+xml"),
    /** WordprocessingML (ECMA-376). */
    DOCX("docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** PDF/A-2a and PDF/UA-1; written only. */
    PDF("pdf", "pdf", "application/pdf"),
    /** HTML; written only. */
    HTML("html", "html", "text/html; charset=utf-8"),
    /** Markdown. */
    MARKDOWN("md", "md", "text/markdown; charset=utf-8"),
    /** Words alone; written only. */
    TEXT("txt", "txt", "text/plain; charset=utf-8");

    private final String code;
    private final String ending;
    private final String type;

    TextForm(String code, String ending, String type) {
        this.code = code;
        this.ending = ending;
        this.type = type;
    }

    /** Its stable code. */
    public String code() {
        return code;
    }

    /** How the names of such files end, without the dot. */
    public String ending() {
        return ending;
    }

    /** The media type. */
    public String type() {
        return type;
    }

    /** The form of a code, if there is one. */
    public static Optional<TextForm> of(String code) {
        return Arrays.stream(values()).filter(form -> form.code.equals(code)).findFirst();
    }
}
