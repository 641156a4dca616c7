-- One-time work that waits or runs. The columns are db-scheduler's.
create table task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index task_due on task (priority desc, execution_time);
create index task_heartbeat on task (last_heartbeat);

-- Recurring jobs, one row each: a lane of its own, so that a burst of one-time work can't starve them.
create table recurring (like task including all);

-- One-time work that was given up, kept until a person deals with it.
create table failed (
    id bigint generated always as identity primary key,
    job text not null,
    instance text not null,
    data bytea not null,
    priority smallint not null,
    failed_at timestamptz not null,
    attempts int not null,
    reason text not null
);
create index failed_by_job on failed (job, id);

-- What ran lately.
create table run (
    id bigint generated always as identity primary key,
    job text not null,
    instance text not null,
    attempt int not null,
    started timestamptz not null,
    ended timestamptz not null,
    outcome text not null check (outcome in ('DONE', 'FAILED', 'GIVEN_UP', 'LOST')),
    reason text not null
);
create index run_by_job on run (job, id);
create index run_by_end on run (ended);
