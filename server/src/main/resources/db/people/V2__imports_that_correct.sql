-- A file without a date corrects what holds now.
alter table import_file alter column effective drop not null;
