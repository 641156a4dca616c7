package org.danaya.trust.seal;

import java.time.Instant;
import java.util.List;
import org.danaya.form.Form;
import org.danaya.table.TableView;

/** What the pages of seals show. */
public final class SealViews {

    private SealViews() {}

    /** The seals. */
    public record Listed(TableView table) {}

    /**
     * The form that begins a sheet.
     *
     * @param able whether any structure in reach can seal now
     */
    public record Asked(Form form, boolean able) {}

    /**
     * A fault.
     *
     * @param code empty for none
     */
    public record Problem(String code, List<?> facts) {

        /** None. */
        public static final Problem NONE = new Problem("", List.of());

        /** Whether there is one. */
        public boolean isThere() {
            return !code.isEmpty();
        }
    }

    /** A document of a sheet. */
    public record Document(
            String id,
            String name,
            String form,
            String sha256,
            int size,
            boolean active,
            boolean sealed) {}

    /**
     * A sheet.
     *
     * @param signer the name that a reader of the seal will see
     * @param until when the certificate ends
     * @param problem what keeps it from being sealed
     * @param role in whose name the officer has it sealed; empty where nothing needed to let them
     * @param statement what the officer confirms
     */
    public record OneSheet(
            String id,
            String structure,
            String signer,
            Instant until,
            String level,
            List<Document> documents,
            boolean open,
            boolean done,
            boolean full,
            Problem problem,
            String role,
            String statement,
            Form adding) {

        /** Whether a document acts by itself when it is opened. */
        public boolean active() {
            return documents.stream().anyMatch(Document::active);
        }
    }
}
