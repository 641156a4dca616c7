-- Where signers and owners are written to, as long as their request lives.
create table address (
    id      uuid        primary key,
    request uuid        not null references request,
    address text        not null check (length(address) between 3 and 320),
    told_at timestamptz,
    told    integer     not null default 0
);
create index address_request on address (request);
