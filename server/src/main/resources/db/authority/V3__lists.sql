-- Rows that are written hundreds at a time, by a class that has just locked or read what they point
-- to: a foreign key would look each up again. Nothing that they point to is ever deleted.
alter table authority.request
    drop constraint request_authority_fkey,
    drop constraint request_profile_id_fkey;
alter table authority.identity_check drop constraint identity_check_request_fkey;
alter table authority.approval drop constraint approval_request_fkey;
alter table authority.certificate_body drop constraint certificate_body_request_fkey;
