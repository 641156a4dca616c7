-- The name under which authenticators know an account (WebAuthn's user handle): random, so that it says nothing.
create table handle (
    account_id uuid primary key,
    handle bytea not null unique check (length(handle) = 32)
);

create table passkey (
    id uuid primary key,
    account_id uuid not null references handle (account_id),
    credential_id bytea not null unique check (length(credential_id) <= 1023),
    public_key bytea not null,
    signature_count bigint not null,
    uv_initialized boolean not null,
    backup_eligible boolean not null,
    backup_state boolean not null,
    transports text not null,
    attestation_object bytea,
    attestation_client_data bytea,
    label text not null check (length(label) between 1 and 100),
    created timestamptz not null,
    last_used timestamptz not null
);
create index passkey_by_account on passkey (account_id);

-- A challenge lives for minutes and is deleted by who takes it up.
create table challenge (
    id uuid primary key,
    purpose text not null check (purpose in ('enrol', 'add', 'sign-in', 'assert')),
    account_id uuid,
    handle bytea,
    value bytea not null,
    nonce bytea,
    expires_at timestamptz not null
);
create index challenge_by_expiry on challenge (expires_at);

-- What a passkey signed, with all that a third person needs to check it.
create table evidence (
    id uuid primary key,
    account_id uuid not null,
    credential_id bytea not null,
    public_key bytea not null,
    content_hash bytea not null check (length(content_hash) = 32),
    nonce bytea not null check (length(nonce) = 32),
    authenticator_data bytea not null,
    client_data bytea not null,
    signature bytea not null,
    at timestamptz not null
);
create index evidence_by_account on evidence (account_id, id);

create table recovery_code (
    id uuid primary key,
    account_id uuid not null,
    code_hash bytea not null unique,
    made_at timestamptz not null,
    used_at timestamptz
);
create index recovery_code_by_account on recovery_code (account_id);

-- Spring Session's two tables, under our names.
create table session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index session_by_expiry on session (expiry_time);
create index session_by_principal on session (principal_name);

create table session_attributes (
    session_primary_id char(36) not null references session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
