-- What programs asked for under a name of their own: the same wish sent again makes no second request.
create table wish (
    owner   uuid        not null,
    key     text        not null check (length(key) between 1 and 100),
    sha256  bytea       not null check (octet_length(sha256) = 32),
    request uuid        not null references request,
    at      timestamptz not null,
    primary key (owner, key)
);
