-- Finished documents of level LTA, and when the newest timestamp over each has to be renewed.
create table archive (
    document   uuid        primary key references document,
    renew_at   timestamptz not null,
    renewed_at timestamptz,
    renewals   integer     not null default 0,
    problem    text        check (length(problem) <= 200)
);
create index archive_renew on archive (renew_at);
