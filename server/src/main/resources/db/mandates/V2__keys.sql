-- The keys that sign what verifiers trust. Private keys live in tokens; rows are never deleted.
create table signing_key (
    label       text        primary key,
    use         text        not null check (use in ('anchor', 'seals', 'status')),
    kid         bytea       not null unique check (length(kid) = 8),
    spki        bytea       not null,
    from_at     timestamptz not null,
    -- It signs nothing new from then on.
    signs_until timestamptz not null check (signs_until > from_at),
    -- What it signed isn't believed from then on.
    until_at    timestamptz not null check (until_at >= signs_until)
);
create index signing_key_by_use on signing_key (use, from_at);

-- The seal of a mandate, as its bearer carries it: always the same.
create table seal (
    mandate   uuid        primary key references mandate,
    kid       bytea       not null references signing_key (kid),
    text      text        not null check (length(text) between 5 and 419),
    shortened text[]      not null,
    sealed_at timestamptz not null
);
