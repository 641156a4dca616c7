-- Somebody lost every passkey and every recovery code: one person asks that the account be opened anew, another approves.
create table reset (
    id uuid primary key,
    account_id uuid not null references account,
    reason text not null check (length(reason) between 1 and 1000),
    asked_by uuid not null references account,
    asked_at timestamptz not null,
    state text not null check (state in ('pending', 'approved', 'refused', 'withdrawn')),
    decided_by uuid references account,
    decided_at timestamptz,
    decision_reason text check (length(decision_reason) between 1 and 1000),
    check (asked_by <> account_id),
    check ((state = 'pending') = (decided_at is null)),
    check ((state in ('approved', 'refused')) = (decided_by is not null)),
    check ((state = 'refused') = (decision_reason is not null)),
    check (decided_by is null or (decided_by <> asked_by and decided_by <> account_id))
);
create unique index reset_once on reset (account_id) where state = 'pending';
create index reset_by_account on reset (account_id, id);
create index reset_by_state on reset (state, id);
