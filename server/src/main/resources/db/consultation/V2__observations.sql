-- A frozen version that a structure is asked about.
create table referral (
    id             uuid        primary key,
    version        uuid        not null references version,
    -- The structure, and what it was called.
    structure      uuid        not null,
    structure_name text        not null,
    identifier     text        not null,
    asked_by       uuid        not null,
    asked_at       timestamptz not null,
    deadline       timestamptz not null check (deadline > asked_at),
    state          text        not null default 'awaited'
        check (state in ('awaited', 'in-time', 'late', 'none', 'none-late', 'silent')),
    -- When it came to that state; nothing while it is awaited.
    settled_at     timestamptz,
    unique (version, structure),
    check ((settled_at is null) = (state = 'awaited'))
);
create index referral_by_structure on referral (structure, asked_at);
create index referral_awaited on referral (deadline) where state = 'awaited';

-- What happened to referrals. Rows are only ever added.
create table referral_event (
    referral uuid        not null references referral,
    place    integer     not null check (place >= 1),
    kind     text        not null,
    at       timestamptz not null,
    -- Nothing where the clock did it.
    account  uuid,
    -- The deadline from then on, where it is set.
    deadline timestamptz,
    -- The batch that came, where one came.
    batch    uuid,
    -- How many hours before the deadline, where a reminder went.
    hours    integer,
    reason   text,
    primary key (referral, place)
);

-- What a structure hands in at once, confirmed with a passkey under an office or a mandate.
create table batch (
    id           uuid        primary key,
    referral     uuid        not null references referral,
    place        integer     not null check (place >= 1),
    account      uuid        not null,
    at           timestamptz not null,
    receipt      text        not null check (receipt in ('in-time', 'late')),
    observations integer     not null check (observations >= 0),
    -- The exact bytes that were confirmed, as JSON.
    content      bytea       not null check (length(content) between 1 and 33554432),
    sha256       bytea       not null check (length(sha256) = 32),
    basis        text        not null check (basis <> ''),
    signer       text        not null,
    function     text        not null,
    evidence     uuid        not null,
    unique (referral, place)
);

-- What structures say about versions.
create table observation (
    id           uuid        primary key,
    referral     uuid        not null references referral,
    version      uuid        not null references version,
    structure    uuid        not null,
    author       uuid        not null,
    created_at   timestamptz not null,
    state        text        not null default 'draft' check (state in ('draft', 'submitted', 'withdrawn')),
    -- Counts its changes.
    revision     integer     not null default 1,
    changed_by   uuid        not null,
    changed_at   timestamptz not null,
    -- Where it stands in its structure's list.
    place        integer     not null,
    kind         text        not null check (kind in ('general', 'technical', 'editorial')),
    -- What it is about: the whole text, a part, words of it, or what nobody has found yet.
    anchor       text        not null check (anchor in ('whole', 'part', 'span', 'unplaced')),
    -- What its author calls the part.
    label        text        not null default '',
    wid          text,
    line         integer     check (line >= 0),
    starts       integer     check (starts >= 0),
    ends         integer     check (ends > starts),
    quote        text,
    prefix       text,
    suffix       text,
    comment      text        not null check (length(comment) <= 20000),
    proposal     text        check (length(proposal) between 1 and 20000),
    legal_basis  text        check (length(legal_basis) between 1 and 2000),
    confidential boolean     not null,
    -- The row of a form that it was read from: its hash, and where it stood.
    row_hash     bytea       check (length(row_hash) = 32),
    row_name     text,
    -- From its submission on.
    number       integer     check (number >= 1),
    batch        uuid        references batch,
    receipt      text        check (receipt in ('in-time', 'late')),
    submitted_at timestamptz,
    search       text        not null,
    unique (version, number),
    unique (referral, row_hash),
    check (comment <> '' or proposal is not null),
    check ((anchor in ('part', 'span')) = (wid is not null)),
    check ((anchor = 'span') = (quote is not null)),
    check ((anchor = 'span') = (line is not null and starts is not null and ends is not null)),
    check ((state = 'submitted') = (number is not null)),
    check ((number is null) = (batch is null)),
    check ((number is null) = (receipt is null)),
    check ((number is null) = (submitted_at is null)),
    check (state <> 'submitted' or anchor <> 'unplaced')
);
create index observation_by_version on observation (version, state, number);
create index observation_by_referral on observation (referral, state, place);
create index observation_by_batch on observation (batch);

create function observation_is_fixed() returns trigger language plpgsql as $$
begin
    if old.state = 'submitted' then
        raise exception 'a submitted observation never changes';
    end if;
    return new;
end $$;
create trigger observation_is_fixed before update or delete on observation
    for each row execute function observation_is_fixed();

create function batch_is_fixed() returns trigger language plpgsql as $$
begin
    raise exception 'a batch never changes';
end $$;
create trigger batch_is_fixed before update or delete on batch
    for each row execute function batch_is_fixed();

-- Forms that were read and wait for somebody to say that they were understood.
create table form_import (
    id       uuid        primary key,
    referral uuid        not null references referral,
    account  uuid        not null,
    name     text        not null,
    sha256   bytea       not null check (length(sha256) = 32),
    -- What was understood, as JSON.
    content  text        not null check (length(content) <= 33554432),
    made_at  timestamptz not null
);
create index form_import_by_time on form_import (made_at);
