package org.danaya.trust.validation;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a file is, and whether it is safe to hand to DSS. Looks at bytes alone, within limits. */
sealed interface Screening {

    /**
     * It may be checked.
     *
     * @param comparable how many pages of a PDF may be compared by their look
     */
    record Passed(FileKind kind, List<Remark> remarks, int comparable) implements Screening {

        static Passed of(FileKind kind) {
            return new Passed(kind, List.of(), 0);
        }
    }

    /** It may not. */
    record Stopped(Refusal why, List<String> facts) implements Screening {

        static Stopped because(Refusal why, Object... facts) {
            return new Stopped(why, List.of(facts).stream().map(String::valueOf).toList());
        }
    }

    /** The first bytes in which a PDF must begin (ISO 32000-1, implementation note 13). */
    int PDF_BEGINS_WITHIN = 1_024;

    /** Looks at a file. */
    static Screening of(SignedFile file) {
        if (file.size() == 0) {
            return Stopped.because(Refusal.EMPTY);
        }
        if (isPdf(file)) {
            return PdfScreen.look(file);
        }
        if (file.beginsWith("PK\u0003\u0004") || file.beginsWith("PK\u0005\u0006")) {
            return ZipScreen.look(file);
        }
        return switch (firstCharacter(file.bytes())) {
            case '<' -> XmlScreen.look(file.bytes());
            case '{', 'e' -> JsonScreen.look(file.bytes());
            case 0x30, '-' -> CmsScreen.look(file.bytes());
            default -> Stopped.because(Refusal.UNKNOWN_FORMAT);
        };
    }

    /** Whether it begins as a PDF does. */
    static boolean isPdf(SignedFile file) {
        int most = Math.min(PDF_BEGINS_WITHIN, file.size());
        for (int i = 0; i < most; i++) {
            if (file.at(i, "%PDF-")) {
                return true;
            }
        }
        return false;
    }

    /** Without a byte order mark and space; that of UTF-16 is told by its {@code <}. */
    private static int firstCharacter(byte[] bytes) {
        String head =
                new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        String bare =
                head.replaceFirst(
                        "^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff\u0000?)?\\s*", "");
        return bare.isEmpty() ? 0 : bare.charAt(0);
    }
}
