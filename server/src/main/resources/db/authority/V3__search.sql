-- People look for a part of a subject. Among a million the index finds it by its groups of three
-- letters instead of reading them all. Where the server doesn't have pg_trgm, or our user may not
-- create it, a search finds the same, later.
do $$
declare
    home text;
begin
    begin
        create extension if not exists pg_trgm with schema authority;
    exception when feature_not_supported or insufficient_privilege then
        raise notice 'without pg_trgm a search reads every subject';
        return;
    end;
    -- Somebody may have created it before, elsewhere.
    select n.nspname into strict home
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
    execute format(
        'create index certificate_body_subject on authority.certificate_body'
        || ' using gin (lower(subject) %I.gin_trgm_ops) with (gin_pending_list_limit = 65536)',
        home);
end
$$;
-- What is issued waits in a list that vacuum sorts in: whoever issues has no time for it.
alter table authority.certificate_body set (
    autovacuum_vacuum_insert_threshold = 20000, autovacuum_vacuum_insert_scale_factor = 0);
