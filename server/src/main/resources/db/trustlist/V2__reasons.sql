-- Why a draft changes a service's state, for whoever approves it. The journal keeps it for ever.
create table draft_reason (
    draft uuid not null references draft,
    service text not null check (length(service) between 1 and 64),
    reason text not null check (length(reason) between 1 and 1000),
    primary key (draft, service)
);
