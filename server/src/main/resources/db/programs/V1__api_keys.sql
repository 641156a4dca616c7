-- The keys by which programs act. Of the secret only an HMAC under a key outside the database is kept.
create table api_key (
    id           uuid        primary key,
    structure    uuid        not null,
    name         text        not null check (length(name) between 1 and 100),
    grants       text[]      not null check (cardinality(grants) between 1 and 20),
    -- CIDR; empty for any address.
    networks     text[]      not null check (cardinality(networks) <= 20),
    stored       bytea       not null unique check (octet_length(stored) = 32),
    expires_at   timestamptz not null,
    made_by      uuid        not null,
    made_at      timestamptz not null,
    -- Who answers for it: it does nothing that this person could not do.
    answers      uuid        not null,
    state        text        not null check (state in ('waiting', 'in-force', 'revoked')),
    approved_by  uuid,
    approved_at  timestamptz,
    evidence     uuid,
    ended_by     uuid,
    ended_at     timestamptz,
    reason       text check (length(reason) <= 1000),
    last_used_at timestamptz,
    check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (evidence is null)),
    check ((state = 'revoked') = (ended_by is not null and ended_at is not null and reason is not null)),
    check (approved_by is null or approved_by <> made_by),
    check (expires_at > made_at and expires_at <= made_at + interval '366 days')
);
create index api_key_by_structure on api_key (structure, made_at);
