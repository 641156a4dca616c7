-- Seals that were put. Of documents only hashes are kept.
create table seal (
    id            uuid        primary key,
    structure     uuid        not null,
    certificate   bigint      not null,
    -- An officer, with the passkey assertion; or a program's key.
    account       uuid,
    evidence      uuid,
    api_key       uuid,
    form          text        not null,
    level         text        not null check (level in ('B', 'T', 'LT', 'LTA')),
    before_sha256 bytea       not null check (octet_length(before_sha256) = 32),
    after_sha256  bytea       not null check (octet_length(after_sha256) = 32),
    size          integer     not null check (size > 0),
    made_at       timestamptz not null,
    check ((account is null) = (evidence is null)),
    check ((account is null) <> (api_key is null))
);
create index seal_by_structure on seal (structure, id);
create index seal_by_before on seal ((encode(before_sha256, 'hex')));
create index seal_by_after on seal ((encode(after_sha256, 'hex')));

-- How many were begun for a structure in a day of UTC.
create table day (
    structure uuid    not null,
    day       date    not null,
    count     integer not null,
    primary key (structure, day)
);

-- What a program was answered under a name of its own; deleted after a day.
create table answer (
    api_key        uuid  not null,
    name           text  not null check (length(name) between 1 and 100),
    request_sha256 bytea not null check (octet_length(request_sha256) = 32),
    seal           uuid  not null references seal,
    filename       text  not null check (length(filename) between 1 and 300),
    content        bytea not null,
    primary key (api_key, name)
);
alter table answer alter column content set storage external;
create index answer_by_seal on answer (seal);

-- Documents that an officer wants sealed together; deleted after a day.
create table sheet (
    id                 uuid        primary key,
    account            uuid        not null,
    structure          uuid        not null,
    level              text        not null check (level in ('B', 'T', 'LT', 'LTA')),
    made_at            timestamptz not null,
    evidence           uuid,
    certificate_sha256 bytea check (octet_length(certificate_sha256) = 32),
    check ((evidence is null) = (certificate_sha256 is null))
);
create index sheet_by_age on sheet (made_at);

create table piece (
    id      uuid    primary key,
    sheet   uuid    not null references sheet on delete cascade,
    place   integer not null check (place between 1 and 20),
    name    text    not null check (length(name) between 1 and 300),
    form    text    not null,
    sha256  bytea   not null check (octet_length(sha256) = 32),
    active  boolean not null,
    content bytea   not null,
    seal    uuid references seal,
    unique (sheet, place)
);
alter table piece alter column content set storage external;
