-- Lists of a million mandates: their filters and their count are answered from this index alone.
create index mandate_of_lists on mandate (number desc)
    include (structure, state, kind, powers_left, ends, drafted_by);
-- Words within names, wherever an administrator may have put the extension.
do $$
declare
    home text;
begin
    create extension if not exists pg_trgm with schema mandates;
    select n.nspname into home
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace
    where e.extname = 'pg_trgm';
    execute format(
        'create index mandate_by_words on mandates.mandate using gin (search %I.gin_trgm_ops)',
        home);
end
$$;
create index office_by_state on office (state, proposed_at);
