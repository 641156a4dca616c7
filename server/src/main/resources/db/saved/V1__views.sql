-- A list that a person gave a name: where it is, and with which filters and order.
create table view (
    id uuid primary key,
    account uuid not null,
    path text not null check (length(path) between 1 and 200),
    name text not null check (length(name) between 1 and 60),
    query text not null check (length(query) between 1 and 1000),
    unique (account, path, name)
);
