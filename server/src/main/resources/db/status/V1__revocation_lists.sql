-- Each revocation list: the number that was taken last, and what was published last.
create table crl (
    path text primary key check (length(path) between 1 and 200),
    number bigint not null check (number > 0),
    published bigint check (published <= number),
    this_update timestamptz,
    next_update timestamptz,
    entries integer check (entries >= 0),
    check ((published is null) = (this_update is null)),
    check ((published is null) = (next_update is null)),
    check ((published is null) = (entries is null))
);
