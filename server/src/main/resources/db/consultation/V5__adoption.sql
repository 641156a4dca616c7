-- What adopted a version: the act, typed, with its source. One for a version, never changed.
create table adoption (
    version     uuid        primary key references version,
    kind        text        not null,
    -- A written communication that was taken note of has none.
    number      text        check (length(number) between 1 and 60),
    day         date        not null,
    -- Where it is officially said: a communiqué, the official journal.
    reference   text        not null check (length(reference) between 1 and 300),
    recorded_by uuid        not null,
    recorded_at timestamptz not null,
    basis       text        not null default '',
    signer      text        not null default '',
    function    text        not null default ''
);
