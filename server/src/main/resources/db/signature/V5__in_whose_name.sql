-- In whose name somebody signs: what it rests on, and the function that the signature claims; both
-- empty for a person's own name.
alter table signer add column basis text not null default '';
alter table signer add column role text not null default '';
alter table made add column basis text not null default '';
alter table made add column role text not null default '';
create index made_by_after on made (after_sha256);
