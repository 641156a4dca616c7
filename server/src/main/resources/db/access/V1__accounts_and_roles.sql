create table account (
    id uuid primary key,
    person_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    state text not null check (state in ('invited', 'active', 'suspended', 'closed')),
    since timestamptz not null,
    reason text check (length(reason) between 1 and 1000),
    check ((reason is not null) = (state in ('suspended', 'closed')))
);
create unique index account_in_use on account (person_id) where state <> 'closed';
create index account_by_state on account (state, id);

-- A link. Without an account it is for somebody who doesn't exist yet on the platform, and carries the role to give.
create table invitation (
    id uuid primary key,
    account_id uuid references account,
    role text,
    token_hash bytea not null unique,
    made_at timestamptz not null,
    made_by uuid references account,
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_how text check (ended_how in ('used', 'replaced', 'withdrawn')),
    check ((account_id is null) = (role is not null)),
    check ((ended_at is null) = (ended_how is null))
);
create index invitation_by_account on invitation (account_id) where ended_at is null;

create table role_proposal (
    id uuid primary key,
    account_id uuid not null references account,
    role text not null,
    structure_id uuid,
    valid_from timestamptz not null,
    valid_to timestamptz check (valid_to > valid_from),
    reason text not null check (length(reason) between 1 and 1000),
    proposed_by uuid not null references account,
    proposed_at timestamptz not null,
    state text not null check (state in ('pending', 'approved', 'refused', 'withdrawn')),
    decided_by uuid references account,
    decided_at timestamptz,
    decision_reason text check (length(decision_reason) between 1 and 1000),
    check ((state = 'pending') = (decided_at is null)),
    check ((state in ('approved', 'refused')) = (decided_by is not null)),
    check ((state = 'refused') = (decision_reason is not null)),
    check (decided_by <> proposed_by or decided_by is null),
    check (decided_by <> account_id or decided_by is null)
);
create unique index role_proposal_once
    on role_proposal (account_id, role, coalesce(structure_id, '00000000-0000-0000-0000-000000000000'))
    where state = 'pending';
create index role_proposal_by_state on role_proposal (state, id);

create table role_assignment (
    id uuid primary key,
    account_id uuid not null references account,
    role text not null,
    structure_id uuid,
    valid_from timestamptz not null,
    valid_to timestamptz check (valid_to > valid_from),
    how text not null check (how in ('approved', 'first-administrator', 'first-approver', 'operator')),
    granted_by uuid references account,
    approved_by uuid references account,
    granted_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid references account,
    check ((how = 'approved') = (approved_by is not null)),
    check (approved_by is null or approved_by <> granted_by)
);
create unique index role_assignment_once
    on role_assignment (account_id, role, coalesce(structure_id, '00000000-0000-0000-0000-000000000000'))
    where ended_at is null;
