-- Lets one exclusion constraint compare a key for equality and a period for overlap.
create extension if not exists btree_gist with schema public;

create table structure (
    id uuid primary key,
    identifier text not null unique check (identifier ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
    -- The version of the row in structure_version that was recorded last.
    version int not null check (version >= 1)
);

-- All that was ever recorded about a structure. A row is never changed but for superseded_at: what
-- was the case on a date is in the rows that aren't superseded, what was known at an instant in all.
create table structure_version (
    structure_id uuid not null references structure,
    version int not null,
    -- The date from which these attributes hold; -infinity for since its beginning.
    valid_from date not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    kind text not null,
    name_fr text not null check (name_fr <> ''),
    name_en text,
    acronym text,
    parent_id uuid references structure check (parent_id <> structure_id),
    planned boolean not null,
    from_date date,
    -- The first day on which it doesn't exist any more.
    until_date date check (until_date > from_date),
    founding_act text,
    ending_act text,
    source text,
    search text not null,
    primary key (structure_id, version),
    check (not planned or until_date is null)
);
create unique index structure_version_in_force
    on structure_version (structure_id, valid_from) where superseded_at is null;
create index structure_version_by_parent on structure_version (parent_id) where superseded_at is null;

create view structure_now as
    select distinct on (v.structure_id) s.identifier, s.version as current_version, v.*
    from structure_version v join structure s on s.id = v.structure_id
    where v.superseded_at is null
    order by v.structure_id, v.valid_from desc;

-- The last net under the rule that the tree has no cycle.
create function refuse_cycle() returns trigger language plpgsql as $$
begin
    if exists (
        with recursive above (id) as (
            select parent_id from people.structure_now where structure_id = new.structure_id
            union
            select n.parent_id from people.structure_now n join above a on n.structure_id = a.id)
        select from above where id = new.structure_id)
    then
        raise exception 'structure % would be above itself', new.structure_id
            using errcode = 'check_violation', constraint = 'structure_tree_has_no_cycle';
    end if;
    return null;
end $$;
create constraint trigger structure_tree_has_no_cycle
    after insert on structure_version deferrable initially deferred
    for each row when (new.parent_id is not null) execute function refuse_cycle();

create table structure_lineage (
    id uuid primary key,
    predecessor_id uuid not null references structure,
    successor_id uuid not null references structure check (successor_id <> predecessor_id),
    kind text not null,
    on_date date,
    act text,
    recorded_at timestamptz not null,
    withdrawn_at timestamptz
);
create unique index structure_lineage_once
    on structure_lineage (predecessor_id, successor_id) where withdrawn_at is null;
create index structure_lineage_by_successor on structure_lineage (successor_id);

create table person (
    id uuid primary key,
    version int not null,
    given_names text not null check (given_names <> ''),
    family_name text not null check (family_name <> ''),
    search text not null,
    registered_at timestamptz not null
);

create table position (
    id uuid primary key,
    structure_id uuid not null references structure,
    version int not null,
    title_fr text not null check (title_fr <> ''),
    title_fr_feminine text,
    title_en text,
    basis_act text,
    from_date date,
    until_date date check (until_date >= from_date)
);
create index position_by_structure on position (structure_id);

create table incumbency (
    id uuid primary key,
    position_id uuid not null references position,
    person_id uuid not null references person,
    version int not null,
    acting boolean not null,
    title_form text not null,
    from_date date not null,
    -- The first day on which it doesn't hold any more; the same as from_date if it never held.
    until_date date check (until_date >= from_date),
    act text not null,
    end_act text,
    end_cause text,
    constraint one_incumbent_at_a_time
        exclude using gist (
            position_id with =, acting with =, daterange(from_date, until_date) with &&)
);
create index incumbency_by_person on incumbency (person_id);

-- A file between its preview and its confirmation.
create table import_file (
    id uuid primary key,
    owner text not null,
    uploaded_at timestamptz not null,
    name text not null,
    content bytea not null,
    effective date not null,
    applied_at timestamptz
);
