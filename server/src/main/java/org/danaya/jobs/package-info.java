/**
 * Durable, bounded work in the background.
 *
 * <p>A module declares what it does as beans: a {@link org.danaya.jobs.JobHandler} for each {@link
 * org.danaya.jobs.JobType} of one-time work, a {@link org.danaya.jobs.RecurringJob} for each thing
 * that comes back. One-time work is asked for through {@link org.danaya.jobs.Jobs}, in the caller's
 * transaction: it runs if and only if that transaction commits.
 *
 * <p>States of one-time work: waiting, running, then done, or waiting again after a failure, or
 * failed and kept with its reason until a person runs it again or sets it aside. A recurring job is
 * never given up.
 *
 * <p>Invariants: committed work runs <em>at least once</em>, also when the program is killed in the
 * middle, so a handler must bear being run again; the two lanes, one-time and recurring, have
 * permits of their own, so that a burst in one never starves the other; every run has a time limit;
 * no reason in the history holds what an exception's message said, because it could hold a secret.
 */
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {"base", "page", "form", "table"})
@NullMarked
package org.danaya.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
