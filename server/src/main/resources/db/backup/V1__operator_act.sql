-- What operators did at the command line, until the platform has written it into its journal.
create table operator_act (
    id bigint generated always as identity primary key,
    type text not null,
    operator text not null,
    subject text not null,
    done_at timestamptz not null
);
