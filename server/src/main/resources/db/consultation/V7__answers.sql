-- Meetings about a version of a text: workshops, interministerial meetings, the cabinet council, the
-- Council of Ministers.
create table session (
    id         uuid        primary key,
    dossier    uuid        not null references dossier,
    version    uuid        not null references version,
    number     integer     not null check (number >= 1),
    kind       text        not null,
    title      text        not null check (length(title) between 1 and 300),
    place      text        not null check (length(place) between 1 and 200),
    begins_at  timestamptz not null,
    ends_at    timestamptz not null check (ends_at > begins_at),
    -- A line each.
    agenda     text        not null default '',
    state      text        not null default 'open' check (state in ('open', 'closed', 'cancelled')),
    -- Counts the changes of one that is open.
    revision   integer     not null default 1,
    opened_by  uuid        not null,
    opened_at  timestamptz not null,
    changed_at timestamptz not null,
    -- Why it was cancelled.
    reason     text        check ((reason is null) = (state <> 'cancelled')),
    unique (dossier, number)
);
create index session_of_version on session (version);

-- Who wrote its minutes: none of them approves them.
create table session_writer (
    session uuid not null references session,
    account uuid not null,
    primary key (session, account)
);

create table attendance (
    session   uuid    not null references session,
    place     integer not null check (place >= 1),
    -- What the structure was called.
    structure text    not null,
    person    text    not null,
    function  text    not null,
    presence  text    not null,
    primary key (session, place)
);

-- What was decided; by the Council, what was recommended.
create table decision (
    id        uuid    primary key,
    session   uuid    not null references session,
    number    integer not null check (number >= 1),
    words     text    not null check (length(words) between 1 and 4000),
    -- The lasting name of the part that it is about, and what it was called; empty for none.
    part      text    not null default '',
    part_name text    not null default '',
    unique (session, number)
);
create table decision_observation (
    decision    uuid not null references decision on delete cascade,
    observation uuid not null,
    primary key (decision, observation)
);
create index decision_observation_by_observation on decision_observation (observation);

-- Minutes that somebody else approved, over their hash.
create table minutes (
    session     uuid        primary key references session,
    pdf         bytea       not null check (length(pdf) <= 33554432),
    sha256      bytea       not null check (length(sha256) = 32),
    approved_by uuid        not null,
    evidence    uuid        not null,
    closed_at   timestamptz not null
);

-- The approved minutes under the seal of the structure that leads the text.
create table sealed_minutes (
    session uuid        primary key references minutes,
    seal    uuid        not null,
    level   text        not null,
    pdf     bytea       not null check (length(pdf) <= 33554432),
    made_at timestamptz not null
);

create function session_is_over() returns trigger language plpgsql as $$
declare
    touched uuid;
begin
    if tg_table_name = 'session' then
        touched := old.id;
    elsif tg_table_name = 'decision_observation' then
        select decision.session into touched from consultation.decision
            where decision.id = coalesce(new.decision, old.decision);
    else
        touched := coalesce(new.session, old.session);
    end if;
    if exists (select from consultation.session where id = touched and state <> 'open') then
        raise exception 'minutes that are closed never change';
    end if;
    return coalesce(new, old);
end $$;
create trigger session_is_over before update or delete on session
    for each row execute function session_is_over();
create trigger session_is_over before insert or update or delete on attendance
    for each row execute function session_is_over();
create trigger session_is_over before insert or update or delete on decision
    for each row execute function session_is_over();
create trigger session_is_over before insert or update or delete on decision_observation
    for each row execute function session_is_over();

-- Why words changed since a frozen version. One that is taken back is kept.
create table cause (
    id           uuid        primary key,
    -- The frozen version with which the change is compared.
    former       uuid        not null references version,
    -- The change: its id, its kind, the lasting name of its part, its words, cut where they are long.
    hunk         text        not null check (hunk ~ '^[0-9a-f]{32}$'),
    hunk_kind    text        not null,
    part         text        not null,
    former_words text        not null,
    later_words  text        not null,
    kind         text        not null,
    observation  uuid,
    decision     uuid        references decision,
    note         text        check (length(note) between 1 and 2000),
    -- What was said in one act has one.
    act          uuid        not null,
    account      uuid        not null,
    at           timestamptz not null,
    ended_at     timestamptz,
    ended_by     uuid,
    check ((kind = 'observation') = (observation is not null)),
    check ((kind in ('decision', 'recommendation')) = (decision is not null)),
    check ((kind = 'editorial') = (note is not null)),
    check ((ended_at is null) = (ended_by is null))
);
create index cause_of_version on cause (former) where ended_at is null;
create index cause_by_observation on cause (observation) where ended_at is null;
create index cause_by_decision on cause (decision) where ended_at is null;
-- The same thing is said of a change once.
create unique index cause_once on cause (former, hunk, kind, coalesce(observation, decision))
    nulls not distinct where ended_at is null;

-- What is said of a version is fixed once the next one is frozen.
create function answers_are_fixed() returns trigger language plpgsql as $$
begin
    if exists (
        select from consultation.version one
        join consultation.version next on next.dossier = one.dossier and next.number > one.number
        where one.id = coalesce(new.former, old.former) and next.frozen_at is not null
    ) then
        raise exception 'the next version is frozen: what explains it never changes';
    end if;
    return coalesce(new, old);
end $$;
create trigger answers_are_fixed before insert or update or delete on cause
    for each row execute function answers_are_fixed();

-- What became of observations. Rows are only ever added; the last one of an observation counts.
create table answer (
    observation uuid        not null references observation,
    place       integer     not null check (place >= 1),
    version     uuid        not null references version,
    kind        text        not null check (kind in ('to-examine', 'accepted', 'partly-accepted',
        'rejected', 'moot', 'duplicate', 'postponed', 'to-arbitrate')),
    reason      text        not null check (length(reason) <= 4000),
    -- The observation that says the same.
    other       uuid        references observation check (other <> observation),
    -- The text to which it is postponed.
    target      text        check (length(target) between 1 and 300),
    -- Where it is arbitrated.
    level       text        check (level in ('workshop', 'interministerial', 'cabinet')),
    session     uuid        references session,
    account     uuid        not null,
    at          timestamptz not null,
    primary key (observation, place),
    constraint answer_reason
        check (kind not in ('partly-accepted', 'rejected', 'moot', 'postponed') or reason <> ''),
    check ((kind = 'duplicate') = (other is not null)),
    check ((kind = 'postponed') = (target is not null)),
    check ((kind = 'to-arbitrate') = (level is not null))
);
create index answer_of_version on answer (version, observation, place desc);
create index answer_duplicates on answer (other) where other is not null;

create function answer_is_fixed() returns trigger language plpgsql as $$
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
    return new;
end $$;
create trigger answer_is_fixed before insert or update or delete on answer
    for each row execute function answer_is_fixed();
alter table decision_observation add foreign key (observation) references observation;
alter table cause add foreign key (observation) references observation;
