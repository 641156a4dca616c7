package org.danaya.people.files;

import java.util.List;
import java.util.UUID;
import org.danaya.people.draft.Problem;

/** How a step of an import of persons or positions ended. */
public sealed interface RosterOutcome {

    /**
     * The file could be read: this is what confirming would do. Nothing is written yet.
     *
     * @param id names the file for the next step
     * @param name the file's name, as its sender's machine gave it
     * @param ignored the headings that mean nothing here
     */
    record Preview(UUID id, String name, RosterPlan plan, List<String> ignored)
            implements RosterOutcome {}

    /** It is recorded. */
    record Imported(RosterPlan plan) implements RosterOutcome {}

    /** The file can't be read. */
    record Unreadable(Problem problem) implements RosterOutcome {}

    /** What is recorded changed since the preview: nothing is written, this is the preview now. */
    record Changed(Preview preview) implements RosterOutcome {}

    /** The file was imported already; nothing is written a second time. */
    record AlreadyImported() implements RosterOutcome {}
}
