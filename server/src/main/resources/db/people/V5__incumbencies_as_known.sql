-- When which end of an incumbency was recorded, so that a day of the past is told as it was known.
-- Each version has a row, the first with the end that was set at once, if one was. For what was
-- recorded before this table, nothing tells when: it counts as known ever since.
create table incumbency_known (
    incumbency_id uuid not null references incumbency,
    version int not null,
    until_date date,
    recorded_at timestamptz not null,
    primary key (incumbency_id, version)
);
insert into incumbency_known (incumbency_id, version, until_date, recorded_at)
select id, version, until_date, '-infinity' from incumbency;
