package org.danaya.form;

import java.text.Normalizer;

/** What people type, made comparable. */
final class Typed {

    private Typed() {}

    /** Without space around it, in Unicode's form C, with LF at line ends. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
    }
}
