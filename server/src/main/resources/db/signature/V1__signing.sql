-- What somebody wants signed, by whom, and how far that has come.
create table request (
    id         uuid        primary key,
    owner      uuid        not null,
    title      text        not null check (length(title) between 1 and 200),
    level      text        not null check (level in ('B', 'T', 'LT', 'LTA')),
    in_order   boolean     not null,
    state      text        not null check (state in ('DRAFT', 'OPEN', 'DONE', 'DECLINED', 'WITHDRAWN')),
    created_at timestamptz not null,
    state_at   timestamptz not null
);
create index request_owner on request (owner, created_at);

-- The files, each as it stands now: with every signature that it has so far.
create table document (
    id       uuid    primary key,
    request  uuid    not null references request,
    place    integer not null check (place between 1 and 500),
    name     text    not null check (length(name) between 1 and 200),
    form     text    not null,
    pages    integer not null,
    original bytea   not null check (octet_length(original) = 32),
    sha256   bytea   not null check (octet_length(sha256) = 32),
    content  bytea   not null check (octet_length(content) <= 33554432),
    unique (request, place)
);
alter table document alter column content set storage external;

-- Who signs. Whoever was invited is known by the hash of a code until they join.
create table signer (
    id          uuid        primary key,
    request     uuid        not null references request,
    place       integer     not null check (place between 1 and 20),
    label       text        not null check (length(label) between 1 and 200),
    account     uuid,
    code_sha256 bytea       unique,
    code_until  timestamptz,
    state       text        not null check (state in ('INVITED', 'JOINED', 'SIGNING', 'SIGNED', 'DECLINED')),
    state_at    timestamptz not null,
    page        integer,
    x           real        check (x between 0 and 1),
    y           real        check (y between 0 and 1),
    evidence    uuid,
    certificate bytea,
    reason      text        check (length(reason) <= 1000),
    unique (request, place),
    unique (request, account),
    check ((state = 'INVITED') = (account is null)),
    check ((page is null) = (x is null) and (page is null) = (y is null)),
    check ((state in ('SIGNING', 'SIGNED')) <= (evidence is not null and certificate is not null))
);
create index signer_account on signer (account) where account is not null;

-- One signature: what it was made over, what came of it, and the assertion that allowed it.
create table made (
    id            uuid        primary key,
    document      uuid        not null references document,
    signer        uuid        not null references signer,
    evidence      uuid        not null,
    certificate   bytea       not null check (octet_length(certificate) = 32),
    before_sha256 bytea       not null check (octet_length(before_sha256) = 32),
    after_sha256  bytea       not null check (octet_length(after_sha256) = 32),
    level         text        not null,
    made_at       timestamptz not null,
    unique (document, signer)
);
