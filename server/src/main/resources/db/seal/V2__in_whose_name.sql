-- What a seal rests on: an office or a mandate of who had it put; empty for neither.
alter table seal add column basis text not null default '';
alter table seal add column role text not null default '';
alter table sheet add column basis text not null default '';
alter table sheet add column role text not null default '';
