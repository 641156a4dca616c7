package org.danaya.trust.validation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What came out of checking a file. */
public sealed interface ValidationOutcome {

    /**
     * It has signatures, and each was checked.
     *
     * @param signatures in the order of the file
     * @param remarks what concerns the file as a whole
     * @param anchors the sources of trust that were used, and their ages
     * @param at the time of the check
     */
    record Checked(
            FileKind kind,
            List<SignatureVerdict> signatures,
            List<Remark> remarks,
            List<AnchorsState> anchors,
            Instant at,
            Reports reports)
            implements ValidationOutcome {

        /** Whether every signature holds for the whole file. */
        public boolean holds() {
            return signatures.stream().allMatch(each -> each.standing().holds());
        }
    }

    /** It can be read and has no signature. */
    record Unsigned(FileKind kind, List<Remark> remarks) implements ValidationOutcome {}

    /**
     * It wasn't checked.
     *
     * @param facts what fills the places of the sentence
     */
    record Refused(Refusal why, List<String> facts) implements ValidationOutcome {}

    /** A report to download. */
    enum ReportKind {
        /** ETSI TS 119 102-2, XML. */
        ETSI("etsi.xml"),
        /** DSS's simple report, XML. */
        SIMPLE("simple.xml"),
        /** DSS's detailed report, XML. */
        DETAILED("detailed.xml"),
        /** What was found in the file, XML. */
        DIAGNOSTIC("diagnostic.xml");

        private final String file;

        ReportKind(String file) {
            this.file = file;
        }

        /** The end of the file's name. */
        public String file() {
            return file;
        }
    }

    /** The reports, as XML. */
    record Reports(Map<ReportKind, String> texts) {

        /** Copies the map. */
        public Reports {
            texts = Map.copyOf(texts);
        }

        long size() {
            return texts.values().stream().mapToLong(text -> 2L * text.length()).sum();
        }
    }
}
