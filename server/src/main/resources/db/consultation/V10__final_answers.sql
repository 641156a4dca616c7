-- Answers are final once the next version is frozen, and also once their own version is adopted.
create or replace function answer_is_fixed() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        raise exception 'what became of an observation is only ever added to';
    end if;
    if exists (
        select from consultation.version one
        join consultation.version next on next.dossier = one.dossier and next.number > one.number
        where one.id = new.version and next.frozen_at is not null
    ) then
        raise exception 'the next version is frozen: its answers never change';
    end if;
    if exists (select from consultation.adoption where version = new.version) then
        raise exception 'the version is adopted: its answers never change';
    end if;
    return new;
end $$;
