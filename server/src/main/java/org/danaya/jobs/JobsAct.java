package org.danaya.jobs;

import org.danaya.base.ActType;

/** What people do about background work. */
enum JobsAct implements ActType {
    /** Failed work was put back to run again. */
    RETRIED("jobs.retried"),
    /** Failed work was set aside. */
    SET_ASIDE("jobs.set-aside"),
    /** Work that waited was cancelled. */
    CANCELLED("jobs.cancelled"),
    /** A recurring job was made to run at once. */
    HASTENED("jobs.hastened");

    private final String code;

    JobsAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
