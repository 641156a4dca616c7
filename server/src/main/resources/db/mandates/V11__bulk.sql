-- Lists of wanted mandates between preview and drafting.
create table list (
    id          uuid        primary key,
    account     uuid        not null,
    office      uuid        not null references office,
    name        text        not null check (length(name) <= 200),
    content     bytea       not null check (length(content) <= 1048576),
    uploaded_at timestamptz not null
);

-- Mandates that were drafted together, to be approved and signed together.
create table batch (
    id       uuid        primary key,
    account  uuid        not null,
    office   uuid        not null references office,
    name     text        not null check (length(name) <= 200),
    made_at  timestamptz not null
);
create table batch_mandate (
    batch   uuid not null references batch,
    mandate uuid not null unique references mandate,
    primary key (batch, mandate)
);
