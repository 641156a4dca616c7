-- An act that was noted wrongly is corrected until its version is published: by another row, that says why. The last one
-- counts.
alter table adoption
    drop constraint adoption_pkey,
    add column place  integer not null default 1 check (place >= 1),
    add column reason text    check (length(reason) between 1 and 1000),
    add primary key (version, place),
    add check ((place = 1) = (reason is null));
alter table adoption alter column place drop default;
