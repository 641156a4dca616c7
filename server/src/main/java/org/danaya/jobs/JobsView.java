package org.danaya.jobs;

import java.util.List;
import org.danaya.form.Form;
import org.danaya.table.TableView;

/**
 * The page of jobs.
 *
 * @param filters which job and which outcome
 * @param waiting one-time work that waits or runs, the first of it
 * @param waitingTotal how much there is of it
 * @param runs the history
 */
public record JobsView(
        Form filters,
        List<JobRow> failed,
        long failedTotal,
        List<JobRow> waiting,
        long waitingTotal,
        List<JobRow> recurring,
        TableView runs) {}
