package org.danaya.jobs;

import java.util.List;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Background work in the console: what waits, runs, failed and why, and what was done lately. */
@Controller
class JobsPages {

    static final String PATH = "/console/jobs";

    private static final int SHOWN = 50;

    private static final Field<String> JOB = Field.text("job", 100).optional();
    private static final Field<RunTable.Ending> OUTCOME =
            Field.choice("outcome", RunTable.Ending.class, "jobs.outcome").optional();

    private static final Table<JobRow> RUNS =
            Table.of(
                            "jobs.runs",
                            List.of(
                                    Column.<JobRow>time("ended", JobRow::at),
                                    Column.<JobRow>code("job", JobRow::job),
                                    Column.<JobRow>tag("outcome", JobsPages::tag),
                                    Column.<JobRow>number("attempt", row -> (long) row.attempts()),
                                    Column.<JobRow>number("milliseconds", JobRow::milliseconds),
                                    Column.<JobRow>text("reason", JobRow::reason)))
                    .filteredBy(JOB, OUTCOME);

    private final JobReader reader;
    private final JobCare care;

    JobsPages(JobReader reader, JobCare care) {
        this.reader = reader;
        this.care = care;
    }

    @Needs(Right.READ_JOBS)
    @GetMapping(PATH)
    Answer jobs(Query query) {
        Table.Asked asked = RUNS.asked(query);
        String job = asked.filters().find(JOB).orElse("");
        String outcome = asked.filters().find(OUTCOME).map(Enum::name).orElse("");
        List<JobRow> runs = reader.runs(job, outcome, asked.limit(), asked.offset());
        if (asked.away()) {
            return RUNS.download(asked, "jobs", runs);
        }
        return Page.of(
                "jobs/jobs",
                new JobsView(
                        asked.filters(),
                        reader.failed(job, SHOWN),
                        reader.count("failed", job),
                        reader.tasks(Lane.ONE_TIME, job, SHOWN),
                        reader.count("task", job),
                        reader.tasks(Lane.RECURRING, job, SHOWN),
                        RUNS.show(asked, runs, reader.runs(job, outcome))));
    }

    @Needs(Right.MANAGE_JOBS)
    @PostMapping(PATH + "/failed/{id:[0-9]{1,18}}/retry")
    Answer retry(@PathVariable long id) {
        care.retry(id);
        return Redirect.to(PATH).saying(Notice.done("jobs.said.retried"));
    }

    @Needs(Right.MANAGE_JOBS)
    @PostMapping(PATH + "/failed/{id:[0-9]{1,18}}/set-aside")
    Answer setAside(@PathVariable long id) {
        care.setAside(id);
        return Redirect.to(PATH).saying(Notice.done("jobs.said.set-aside"));
    }

    @Needs(Right.MANAGE_JOBS)
    @PostMapping(PATH + "/cancel")
    Answer cancel(Submission sent) {
        care.cancel(one(sent, "job"), one(sent, "piece"));
        return Redirect.to(PATH).saying(Notice.done("jobs.said.cancelled"));
    }

    @Needs(Right.MANAGE_JOBS)
    @PostMapping(PATH + "/hasten")
    Answer hasten(Submission sent) {
        care.hasten(one(sent, "job"));
        return Redirect.to(PATH).saying(Notice.done("jobs.said.hastened"));
    }

    private static String one(Submission sent, String field) {
        return sent.values(field).stream().findFirst().orElse("");
    }

    private static Tag tag(JobRow row) {
        return switch (RunTable.Ending.valueOf(row.state())) {
            case DONE -> new Tag("jobs.outcome.done", Tone.SUCCESS);
            case FAILED -> new Tag("jobs.outcome.failed", Tone.WARNING);
            case GIVEN_UP -> new Tag("jobs.outcome.given-up", Tone.DANGER);
            case LOST -> new Tag("jobs.outcome.lost", Tone.WARNING);
        };
    }
}
