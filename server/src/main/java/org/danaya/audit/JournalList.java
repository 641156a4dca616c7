package org.danaya.audit;

import java.util.List;
import org.danaya.form.Form;

/**
 * The page of the journal.
 *
 * @param csv the address of the same entries as CSV; {@code json} and {@code xlsx} alike
 * @param older the address of the entries before these; empty at the end
 * @param newest the address of the newest entries; empty where they are shown
 * @param names the names behind the entries' ids
 */
public record JournalList(
        Form filters,
        boolean filtered,
        List<JournalEntry> entries,
        String csv,
        String json,
        String xlsx,
        String older,
        String newest,
        JournalState state,
        JournalNames names) {}
