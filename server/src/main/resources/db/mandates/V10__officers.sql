-- The holder's own structure, where it is another than the mandate's, so that an edit keeps it.
alter table mandate add column home_id uuid;

-- Who grants the places of a delegation, also while it has no member; what was declared about
-- those who are in another one on the same days; a file with the report.
alter table delegation
    add column grantor_office  uuid references office,
    add column grantor_mandate uuid references mandate,
    add column version         integer not null default 1,
    add column clash_reason    text check (length(clash_reason) between 1 and 500),
    add column report_ending   text check (report_ending ~ '^[a-z]{3,4}$'),
    add column report_file     bytea check (length(report_file) <= 5242880);
update delegation d
set (grantor_office, grantor_mandate) = (
    select m.grantor_office, m.grantor_mandate from mandate m
    where m.delegation = d.id order by m.number limit 1);
alter table delegation
    add check (grantor_office is null or grantor_mandate is null),
    add check ((report_file is null) = (report_ending is null)),
    add check (report_file is null or report is not null);

-- Conflicts: who holds several at once.
create index mandate_alive_by_person on mandate (person, structure)
    include (from_day, ends)
    where state in ('signed', 'in-force', 'suspended');

-- That an end was announced so many days before, once.
create table reminder (
    kind     text        not null check (kind in ('mandate', 'office', 'report')),
    subject  uuid        not null,
    days     integer     not null check (days between 0 and 365),
    ends     date        not null,
    noted_at timestamptz not null,
    mailed_at timestamptz,
    primary key (kind, subject, ends, days)
);
create index reminder_to_mail on reminder (noted_at) where mailed_at is null;
