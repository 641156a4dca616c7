-- Every letter that was ever made, by its hash: what is shown as a letter is compared with it.
create table letter_made (
    sha256  bytea       primary key check (length(sha256) = 32),
    mandate uuid        not null references mandate,
    -- The row in seal.seal; empty for a draft.
    seal    uuid,
    made_at timestamptz not null
);
insert into letter_made (sha256, mandate, seal, made_at)
    select sha256(content), mandate, seal, made_at from letter
    on conflict do nothing;
