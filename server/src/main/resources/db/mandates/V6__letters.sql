-- The letters that bearers carry, as they were made last.
create table letter (
    mandate     uuid        not null references mandate,
    edition     text        not null check (edition in ('fr', 'fr-en')),
    -- SHA-256 of the text in its QR: another seal needs another letter.
    qr          bytea       not null check (length(qr) = 32),
    -- The row in seal.seal; empty for a draft, which no structure's certificate sealed.
    seal        uuid,
    level       text,
    content     bytea       not null check (length(content) <= 4194304),
    made_at     timestamptz not null,
    primary key (mandate, edition),
    check ((seal is null) = (level is null))
);
create index letter_draft on letter (mandate) where seal is null;
