-- What an official position or a communiqué says. Fixed once it is validated; what happens to it
-- stands in official_position_event.
create table official_position (
    id             uuid        primary key,
    code           text        not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
    version        integer     not null,
    kind           text        not null,
    structure      uuid        not null,
    structure_name text        not null,
    identifier     text        not null,
    brief          text        not null,
    subject_fr     text        not null check (length(subject_fr) between 1 and 200),
    subject_en     text        check (length(subject_en) between 1 and 200),
    text_fr        text        not null check (length(text_fr) between 1 and 12000),
    text_en        text        check (length(text_en) between 1 and 12000),
    matter         text        check (length(matter) between 1 and 120),
    -- The kinds of structure that it is told to; none where it is told to everybody.
    audience       text[]      not null,
    embargo        timestamptz,
    from_day       date        not null,
    until_day      date        check (until_day > from_day),
    supersedes     uuid        references official_position check (supersedes <> id),
    -- Whoever wrote it last.
    drafted_by     uuid        not null,
    drafted_at     timestamptz not null,
    search         text        not null,
    -- What the events come to: written with each of them.
    state          text        not null default 'draft',
    changed_at     timestamptz not null,
    -- Given when it comes in force, so that no gap tells of one that isn't known yet.
    number         bigint,
    in_force_at    timestamptz,
    ended_at       timestamptz,
    replaced_by    uuid        references official_position,
    check ((subject_en is null) = (text_en is null)),
    check ((number is null) = (in_force_at is null))
);
-- What is told to everybody has numbers of its own: another audience makes no gap in them.
create unique index official_position_number
    on official_position ((cardinality(audience) = 0), number);
-- One successor at most is signed.
create unique index official_position_successor
    on official_position (supersedes) where state in ('embargoed', 'in-force', 'replaced');
create index official_position_by_structure on official_position (structure, drafted_at);
create index official_position_by_state on official_position (state);

-- What happened to official positions. Rows are only ever added.
create table official_position_event (
    position uuid        not null references official_position,
    place    integer     not null check (place >= 1),
    kind     text        not null,
    at       timestamptz not null,
    account  uuid,
    evidence uuid,
    -- The office or the mandate under which it was signed.
    basis    uuid,
    signer   text,
    function text,
    number   bigint,
    leaf     bigint,
    other    uuid,
    reason   text,
    primary key (position, place)
);

-- The files that were ever given out: any other file that claims to be one isn't.
create table official_position_file (
    position uuid        not null references official_position,
    sha256   bytea       not null check (length(sha256) = 32),
    seal     uuid        not null,
    level    text        not null,
    content  bytea       not null check (length(content) <= 8388608),
    made_at  timestamptz not null,
    primary key (position, sha256)
);
