package org.danaya.jobs;

/** The two lanes of work, each with permits and a table of its own. */
enum Lane {
    ONE_TIME("jobs.task"),
    RECURRING("jobs.recurring");

    private final String table;

    Lane(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
