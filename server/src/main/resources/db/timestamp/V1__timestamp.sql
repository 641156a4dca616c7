-- Serials are 16 bytes: a block that one start of the program reserved, and a count.
create table block (
    block bigint primary key check (block > 0),
    reserved_at timestamptz not null
);

-- The tokens whose hashes are in one leaf of the public log. Ranges may overlap: tokens are
-- numbered before they are signed, and logged in the order in which they are ready.
create table batch (
    block bigint not null references block,
    first bigint not null,
    last bigint not null,
    latest timestamptz not null,
    reference text not null,
    primary key (block, first),
    check (first <= last)
);

create index batch_latest on batch (latest desc);
