-- A policy text on its way from the first draft to its adoption.
create table dossier (
    id             uuid        primary key,
    -- Its name in addresses, and in the names of its versions.
    slug           text        not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
    kind           text        not null,
    title_fr       text        not null check (length(title_fr) between 1 and 300),
    title_en       text        check (length(title_en) between 1 and 300),
    -- ISO 639-2, in which it is written.
    language       text        not null check (language ~ '^[a-z]{3}$'),
    -- The structure that leads it, and what it was called.
    structure      uuid        not null,
    structure_name text        not null,
    identifier     text        not null,
    opened_by      uuid        not null,
    opened_at      timestamptz not null,
    search         text        not null
);
create index dossier_by_structure on dossier (structure, opened_at);

-- Its versions. The text of one that isn't a draft never changes.
create table version (
    id          uuid        primary key,
    dossier     uuid        not null references dossier,
    number      integer     not null check (number >= 1),
    state       text        not null default 'draft',
    -- Counts the changes of a draft.
    revision    integer     not null default 1,
    akn         bytea       not null check (length(akn) <= 33554432),
    sha256      bytea       not null check (length(sha256) = 32),
    words       integer     not null,
    parts       integer     not null,
    -- Where it is from: a file and its hash, or the version before.
    origin      text        not null,
    origin_name text        not null default '',
    origin_hash bytea       check (length(origin_hash) = 32),
    author      uuid        not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    frozen_at   timestamptz,
    unique (dossier, number),
    check ((frozen_at is null) = (state in ('draft', 'abandoned')))
);
-- One draft at most is open.
create unique index version_draft on version (dossier) where state = 'draft';

create function version_text_is_fixed() returns trigger language plpgsql as $$
begin
    if old.frozen_at is not null
        and (new.akn is distinct from old.akn or new.sha256 <> old.sha256
            or new.number <> old.number or new.frozen_at is distinct from old.frozen_at
            or new.dossier <> old.dossier or new.author <> old.author) then
        raise exception 'the text of a frozen version never changes';
    end if;
    return new;
end $$;
create trigger version_text_is_fixed before update on version
    for each row execute function version_text_is_fixed();

-- What happened to versions. Rows are only ever added.
create table version_event (
    version  uuid        not null references version,
    place    integer     not null check (place >= 1),
    kind     text        not null,
    at       timestamptz not null,
    account  uuid        not null,
    -- The office or the mandate under which it was done; empty where none is needed.
    basis    text        not null default '',
    signer   text        not null default '',
    function text        not null default '',
    other    uuid,
    reason   text,
    primary key (version, place)
);

-- Files that were read and wait for somebody to say that they were understood.
create table import (
    id          uuid        primary key,
    dossier     uuid        not null references dossier,
    account     uuid        not null,
    name        text        not null,
    form        text        not null,
    sha256      bytea       not null check (length(sha256) = 32),
    akn         bytea       not null check (length(akn) <= 33554432),
    remarks     text        not null,
    made_at     timestamptz not null
);
create index import_by_time on import (made_at);
