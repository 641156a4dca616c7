-- The public log. Leaves are committed by the modules that append them and placed in the tree by the sequencer.

-- What the log is. One row, made at the first start.
create table identity (
    only_row boolean primary key default true check (only_row),
    origin text not null,
    ed25519_key text not null,
    ml_dsa_44_key text not null,
    created_at timestamptz not null,
    -- Leaves in the latest published checkpoint.
    published_size bigint not null default 0,
    published_at timestamptz,
    -- Set while the log signs nothing.
    halt_reason text,
    halt_detail text,
    halted_at timestamptz,
    check ((halt_reason is null) = (halted_at is null) and (halt_reason is null) = (halt_detail is null))
);

-- Written once, and never again except when it is erased: the place of a leaf stands apart from it.
create table leaf (
    -- The order of arrival; gaps are normal.
    id bigint generated always as identity primary key,
    kind text not null check (kind ~ '^[a-z][a-z0-9.-]{0,63}$'),
    -- Whole seconds.
    made_at timestamptz not null,
    -- The leaf as it is hashed and published: kind, time, commitment.
    entry bytea not null check (octet_length(entry) <= 65535),
    -- What the entry commits to; both null once erased.
    salt bytea check (octet_length(salt) = 32),
    content bytea check (octet_length(content) <= 65536),
    reference text not null check (length(reference) between 1 and 200),
    -- Never erased: something else is checked against it.
    permanent boolean not null,
    check ((salt is null) = (content is null))
);
create unique index leaf_by_reference on leaf (reference);

-- The leaves that have no place yet: a row comes with its leaf and goes with its place.
create table waiting (
    id bigint primary key
);

-- The places in the tree, from 0 without gaps.
create table place (
    leaf_index bigint primary key check (leaf_index >= 0),
    id bigint not null unique
);

-- Every tree that was or may be signed: one root for each size, for ever.
create table tree_head (
    size bigint primary key check (size > 0),
    root bytea not null check (octet_length(root) = 32),
    recorded_at timestamptz not null
);
