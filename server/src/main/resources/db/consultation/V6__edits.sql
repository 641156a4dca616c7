-- What was done to drafts in the browser, unit by unit. Rows are only ever added.
create table edit (
    version     uuid        not null references version,
    place       integer     not null check (place >= 1),
    operation   text        not null,
    -- The address of the unit that changed.
    part        text        not null check (length(part) between 1 and 2200),
    at          timestamptz not null,
    account     uuid        not null,
    -- The draft's, afterwards.
    revision    integer     not null,
    -- Its lines before and after, and their hashes; null where it wasn't there, or lines can't say it.
    former      text        check (length(former) <= 200000),
    former_hash bytea       check (length(former_hash) = 32),
    said        text        check (length(said) <= 200000),
    said_hash   bytea       check (length(said_hash) = 32),
    primary key (version, place)
);
create index edit_by_part on edit (version, part, place);

create function edit_is_appended() returns trigger language plpgsql as $$
begin
    raise exception 'what was done to a draft is only ever added';
end $$;
create trigger edit_is_appended before update or delete on edit
    for each row execute function edit_is_appended();

-- What a draft was before its last operation, compressed by gzip.
create table edit_undo (
    version   uuid    primary key references version,
    revision  integer not null,
    account   uuid    not null,
    operation text    not null,
    akn       bytea   not null check (length(akn) <= 33554432)
);

-- What people typed and didn't save yet: kept until they save it or put it aside.
create table typing (
    account uuid        not null,
    version uuid        not null references version,
    part    text        not null check (length(part) between 1 and 2200),
    dossier uuid        not null references dossier,
    -- The hash of the lines from which they began.
    base    bytea       not null check (length(base) = 32),
    lines   text        not null check (length(lines) <= 200000),
    at      timestamptz not null,
    primary key (account, version, part)
);
create index typing_by_dossier on typing (account, dossier);

-- Who has which unit open. Of no meaning after some minutes.
create table editing (
    version uuid        not null references version,
    part    text        not null,
    account uuid        not null,
    at      timestamptz not null,
    primary key (version, part, account)
);
create index editing_by_time on editing (at);
