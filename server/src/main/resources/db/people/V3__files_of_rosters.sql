-- What a file is about: structures, persons or positions.
alter table import_file add column kind text not null default 'structures'
    check (kind in ('structures', 'persons', 'positions'));
alter table import_file alter column kind drop default;
