-- What the approval rests on: an office or a mandate; empty for a role alone.
alter table edition add column basis text not null default '';
