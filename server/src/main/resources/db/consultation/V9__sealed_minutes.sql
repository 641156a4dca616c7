-- Sealed minutes are kept as all files that structures seal: with the hash of their bytes.
alter table sealed_minutes rename column pdf to content;
alter table sealed_minutes add column sha256 bytea check (length(sha256) = 32);
update sealed_minutes set sha256 = sha256(content);
alter table sealed_minutes alter column sha256 set not null;
