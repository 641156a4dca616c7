-- Who made an adopted version known, in whose name, confirmed with a passkey. Never changed.
create table publication (
    version      uuid        primary key references version,
    published_by uuid        not null,
    published_at timestamptz not null,
    basis        text        not null default '',
    signer       text        not null default '',
    function     text        not null default '',
    -- The passkey's answer over the statement that names the text, its hash and the act.
    evidence     uuid        not null
);

-- The signed files that were given out for published versions.
create table publication_file (
    version  uuid        not null references publication,
    sha256   bytea       not null check (length(sha256) = 32),
    seal     uuid        not null,
    level    text        not null,
    content  bytea       not null check (length(content) <= 67108864),
    made_at  timestamptz not null,
    primary key (version, sha256)
);
