package org.danaya.jobs;

import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.springframework.stereotype.Component;

/** Leads from a job's code to what became of it. */
@Component
final class JobNaming implements Naming {

    @Override
    public String kind() {
        return "job";
    }

    @Override
    public Optional<Named> name(String id, Locale locale) {
        return Rights.current().hold(Right.READ_JOBS) && JobType.NAME.matcher(id).matches()
                ? Optional.of(new Named(id, JobsPages.PATH + "?job=" + id))
                : Optional.empty();
    }
}
