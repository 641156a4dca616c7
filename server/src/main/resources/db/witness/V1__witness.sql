-- What became of each witness that this log asks.
create table witness (
    vkey text primary key,
    name text not null,
    key_name text not null,
    url text not null,
    state text not null check (state in ('UNTRIED', 'COSIGNING', 'FAILING', 'REFUSING', 'AHEAD')),
    -- Leaves of the last checkpoint that it cosigned.
    size bigint not null check (size >= 0),
    succeeded_at timestamptz,
    asked_at timestamptz,
    error text
);
