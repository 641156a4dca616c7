-- The journal of privileged acts. Entries are written with the act; links chain the committed ones.

create table entry (
    -- The order of writing; gaps are normal.
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor_kind text not null check (actor_kind in ('PERSON', 'STRANGER', 'OPERATOR', 'PROGRAM')),
    -- The account, the operating system's user or the part of the program; empty for a stranger.
    actor text not null,
    role text not null,
    act text not null,
    subject text not null,
    outcome text not null check (outcome in ('DONE', 'REFUSED')),
    -- Canonical JSON (RFC 8785): the chain covers these bytes.
    facts text not null,
    request text not null,
    -- SHA-256 of salt and address: what the chain covers, so that the address can be erased.
    address_digest bytea not null check (octet_length(address_digest) = 32),
    address text,
    address_salt bytea check (octet_length(address_salt) = 16),
    check ((address is null) = (address_salt is null))
);
create index entry_by_time on entry using brin (at);
create index entry_by_act on entry (act, id);
create index entry_by_subject on entry (subject, id);
create index entry_by_actor on entry (actor, id);

-- The entries that the chainer hasn't numbered yet. It deletes as fast as others insert.
create table unchained (
    entry bigint primary key
) with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);

-- The chain: positions from 1 without gaps.
create table link (
    position bigint primary key check (position > 0),
    entry bigint not null unique,
    hash bytea not null check (octet_length(hash) = 32)
);

-- What was told to the public log: the hash at a position.
create table anchor (
    position bigint primary key,
    hash bytea not null check (octet_length(hash) = 32),
    at timestamptz not null,
    -- How the log's leaf is found.
    reference text not null unique
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The journal is never rewritten (% on audit.%)', tg_op, tg_table_name
        using errcode = 'integrity_constraint_violation';
end
$$;

-- An entry changes once at most: its address and salt are erased together.
create trigger entry_never_changes before update on entry for each row
    when (not (
        new.address is null and new.address_salt is null and old.address is not null
        and (new.id, new.at, new.actor_kind, new.actor, new.role, new.act, new.subject, new.outcome,
             new.facts, new.request, new.address_digest)
            is not distinct from
            (old.id, old.at, old.actor_kind, old.actor, old.role, old.act, old.subject, old.outcome,
             old.facts, old.request, old.address_digest)))
    execute function refuse_change();
create trigger entry_never_goes before delete or truncate on entry for each statement
    execute function refuse_change();
create trigger link_never_changes before update or delete or truncate on link for each statement
    execute function refuse_change();
create trigger anchor_never_changes before update or delete or truncate on anchor for each statement
    execute function refuse_change();
