-- Somebody on the way to the provider and back, for minutes. State and cookie are stored as HMACs; nonce and verifier
-- are of use only to who has the state, the cookie and the client's secret too.
create table oidc_attempt (
    state_hash bytea primary key check (length(state_hash) = 32),
    browser_hash bytea not null check (length(browser_hash) = 32),
    nonce text not null check (length(nonce) <= 128),
    verifier text not null check (length(verifier) between 43 and 128),
    account_id uuid,
    next text not null check (length(next) <= 1000),
    expires_at timestamptz not null
);
create index oidc_attempt_by_expiry on oidc_attempt (expires_at);

-- Whose account a subject of a provider opens. The subject is an HMAC: who can write the database can't plant one.
create table oidc_binding (
    account_id uuid primary key,
    issuer text not null check (length(issuer) <= 500),
    subject_hash bytea not null unique check (length(subject_hash) = 32),
    bound_at timestamptz not null,
    last_used timestamptz
);
