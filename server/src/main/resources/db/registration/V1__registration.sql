-- Who was told by mail that a certificate ends so many days later.
create table registration.reminder (
    certificate bigint      not null,
    days        smallint    not null,
    sent_at     timestamptz not null,
    primary key (certificate, days)
);

-- A list of wanted certificates, between its preview and its sending; forgotten after two days.
create table registration.list (
    id          uuid        primary key,
    account     uuid        not null,
    profile     text        not null,
    structure   uuid        not null,
    name        text        not null check (length(name) <= 200),
    content     bytea       not null check (octet_length(content) <= 1048576),
    uploaded_at timestamptz not null
);
