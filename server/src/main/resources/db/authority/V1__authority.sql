-- Certification authorities. One whose key is offline has no label of a key here.
create table authority.authority (
    id            smallint generated always as identity primary key,
    code          text        not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    kind          text        not null,
    rehearsal     boolean     not null,
    issuer        smallint    references authority.authority,
    certificate   bytea       not null,
    sha256        bytea       not null unique check (octet_length(sha256) = 32),
    key_label     text        unique,
    not_after     timestamptz not null,
    registered_at timestamptz not null,
    ended_at      timestamptz
);

-- Each version of a profile under which something was approved or issued, as its file was.
create table authority.profile (
    id      smallint generated always as identity primary key,
    code    text    not null,
    version integer not null,
    sha256  bytea   not null unique check (octet_length(sha256) = 32)
);

create table authority.request (
    id              uuid        primary key,
    profile         text        not null,
    applicant       uuid        not null,
    structure       uuid,
    holder          uuid,
    subject         jsonb       not null,
    alternatives    jsonb       not null,
    public_key      bytea       not null check (octet_length(public_key) <= 8192),
    key_label       text        unique,
    state           text        not null check (state in
                        ('SUBMITTED', 'PREPARED', 'ISSUED', 'REFUSED', 'WITHDRAWN')),
    submitted_at    timestamptz not null,
    batch           uuid,
    version         integer     not null default 1,
    -- what was prepared
    authority       smallint    references authority.authority,
    profile_id      smallint    references authority.profile,
    tbs             bytea,
    tbs_sha256      bytea       unique,
    evidence_sha256 bytea,
    prepared_by     uuid,
    prepared_at     timestamptz,
    -- how it ended
    ended_by        uuid,
    ended_at        timestamptz,
    reason          text        check (length(reason) <= 1000),
    check ((state in ('PREPARED', 'ISSUED')) <= (tbs is not null and authority is not null
        and profile_id is not null and tbs_sha256 is not null and evidence_sha256 is not null
        and prepared_by is not null and prepared_at is not null)),
    check ((state in ('ISSUED', 'REFUSED', 'WITHDRAWN')) = (ended_at is not null))
);
create index request_open on authority.request (submitted_at) where state in ('SUBMITTED', 'PREPARED');
create index request_batch on authority.request (batch) where batch is not null;
create index request_applicant on authority.request (applicant, submitted_at);

-- What shows that the applicant is who the certificate will say.
create table authority.evidence (
    id       uuid        primary key,
    request  uuid        not null references authority.request,
    kind     text        not null,
    name     text        not null check (length(name) <= 200),
    sha256   bytea       not null check (octet_length(sha256) = 32),
    content  bytea       not null,
    added_by uuid        not null,
    added_at timestamptz not null
);
create index evidence_request on authority.evidence (request);

-- What an officer checked, with their own eyes.
create table authority.identity_check (
    request    uuid        not null references authority.request,
    kind       text        not null,
    checked_by uuid        not null,
    checked_at timestamptz not null,
    primary key (request, kind)
);

-- A passkey's assertion over the exact TBSCertificate, the profile and the evidence.
create table authority.approval (
    request     uuid        not null references authority.request,
    approver    uuid        not null,
    tbs_sha256  bytea       not null,
    assertion   uuid        not null,
    approved_at timestamptz not null,
    primary key (request, approver)
);

-- Approved in advance: certificates of the platform's own infrastructure, under one profile of one
-- authority, until a day and up to a number.
create table authority.standing (
    id         uuid        primary key,
    authority  smallint    not null references authority.authority,
    profile_id smallint    not null references authority.profile,
    basis      text        not null,
    from_at    timestamptz not null,
    until_at   timestamptz not null,
    most       integer     not null check (most > 0),
    used       integer     not null default 0 check (used <= most),
    ended_at   timestamptz
);

-- What relying parties are told. Narrow, because all of it is read at a start.
-- state: 0 good, 1 suspended, 2 revoked. change: of a sequence, in the order of the commits; the
-- first is the id. Thousands are written a second, by one class that has just read what they point
-- to: a foreign key would look each up again.
create table authority.certificate (
    id            bigint      primary key,
    authority     smallint    not null,
    serial        bytea       not null check (octet_length(serial) between 1 and 20),
    profile_id    smallint    not null,
    not_after     timestamptz not null,
    state         smallint    not null default 0 check (state between 0 and 2),
    state_at      timestamptz,
    reason        smallint    check (reason in (0, 1, 2, 3, 4, 5, 6, 9, 10)),
    invalid_since timestamptz,
    change        bigint      not null unique,
    unique (authority, serial),
    check ((state = 0) = (state_at is null)),
    check ((state = 2) = (reason is not null and reason <> 6))
);
create sequence authority.change as bigint;

create table authority.certificate_body (
    certificate bigint      primary key,
    der         bytea       not null,
    sha256      bytea       not null,
    subject     text        not null,
    not_before  timestamptz not null,
    request     uuid        references authority.request,
    standing    uuid,
    holder      uuid,
    structure   uuid,
    key_label   text,
    key_hash    bigint      not null,
    check ((request is null) <> (standing is null))
);
create index certificate_body_holder on authority.certificate_body (holder) where holder is not null;
create index certificate_body_structure on authority.certificate_body (structure) where structure is not null;
create index certificate_body_key on authority.certificate_body (key_hash);
create index certificate_revoked on authority.certificate (authority, profile_id) where state > 0;
-- Certificates are issued in the order of time, nearly: a range of blocks says enough.
create index certificate_expiry on authority.certificate using brin (not_after);
