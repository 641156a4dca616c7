-- A session is found by the SHA-256 of what its cookie holds. Whoever is signed in signs in again, once.
delete from session;
alter table session alter column session_id type char(64);
