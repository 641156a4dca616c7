-- What an approval in the agency's name rests on: an office or a mandate; empty for a role alone.
alter table authority.approval add column basis text not null default '';
