-- Programs act by their API keys.
alter table entry drop constraint entry_actor_kind_check;
alter table entry add constraint entry_actor_kind_check
    check (actor_kind in ('PERSON', 'KEY', 'STRANGER', 'OPERATOR', 'PROGRAM'));
