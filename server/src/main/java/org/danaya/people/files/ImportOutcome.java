package org.danaya.people.files;

import java.util.List;
import java.util.UUID;
import org.danaya.people.StructurePlan;
import org.danaya.people.draft.Problem;

/** How a step of an import ended. */
public sealed interface ImportOutcome {

    /**
     * The file could be read: this is what confirming would do. Nothing is written yet.
     *
     * @param id names the file for the next step
     * @param name the file's name, as its sender's machine gave it
     * @param ignored the headings that mean nothing here
     */
    record Preview(UUID id, String name, StructurePlan plan, List<String> ignored)
            implements ImportOutcome {}

    /** It is recorded. */
    record Imported(StructurePlan plan) implements ImportOutcome {}

    /** The file can't be read. */
    record Unreadable(Problem problem) implements ImportOutcome {}

    /** The structures changed since the preview: nothing is written, this is the preview now. */
    record Changed(Preview preview) implements ImportOutcome {}

    /** The file was imported already; nothing is written a second time. */
    record AlreadyImported() implements ImportOutcome {}
}
