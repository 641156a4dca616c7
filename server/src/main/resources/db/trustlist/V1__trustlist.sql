-- The national trusted list: its keys, its drafts, its editions; and foreign lists as they were last seen.

-- A key that signs lists; the last one made signs.
create table signer (
    id uuid primary key,
    label text not null unique check (length(label) between 1 and 100),
    certificate bytea not null,
    made_by uuid not null,
    made_at timestamptz not null
);

create table draft (
    id uuid primary key,
    version int not null check (version > 0),
    -- The edition that it began from; null for the first.
    base bigint,
    -- The list as it stood when the draft was opened, as XML; null where there was none.
    origin bytea,
    -- The list as it is to become, as XML; its number and dates count for nothing.
    content bytea not null,
    state text not null check (state in ('open', 'submitted', 'published', 'abandoned')),
    opened_by uuid not null,
    opened_at timestamptz not null,
    submitted_by uuid,
    submitted_at timestamptz,
    -- Why it was given back, if it was.
    returned text check (length(returned) between 1 and 1000),
    decided_at timestamptz,
    check ((submitted_by is null) = (submitted_at is null)),
    check (state <> 'submitted' or submitted_by is not null)
);
create unique index one_draft_at_a_time on draft ((true)) where state in ('open', 'submitted');

-- Everybody who had a hand in a draft: none of them approves it.
create table draft_author (
    draft uuid not null references draft,
    account uuid not null,
    primary key (draft, account)
);

create table edition (
    sequence bigint primary key check (sequence > 0),
    unsigned bytea not null,
    signed bytea not null,
    -- What the approval committed to.
    unsigned_sha256 bytea not null check (octet_length(unsigned_sha256) = 32),
    signed_sha256 bytea not null check (octet_length(signed_sha256) = 32),
    issued timestamptz not null,
    next_update timestamptz not null check (next_update > issued),
    draft uuid not null unique references draft,
    signer uuid not null references signer,
    submitted_by uuid not null,
    approved_by uuid not null check (approved_by <> submitted_by),
    -- The passkey assertion, in signin.
    evidence uuid not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'An edition is never changed (% on trustlist.%)', tg_op, tg_table_name
        using errcode = 'integrity_constraint_violation';
end
$$;

create trigger edition_never_changes before update or delete on edition
    for each row execute function refuse_change();
create trigger editions_stay before truncate on edition execute function refuse_change();

create table foreign_list (
    address text primary key check (length(address) between 1 and 2000),
    -- The last document that was right; null before the first.
    document bytea,
    fetched_at timestamptz,
    -- The last look, and what was wrong with it; empty where nothing was.
    looked_at timestamptz not null,
    problem text not null,
    check ((document is null) = (fetched_at is null))
);
