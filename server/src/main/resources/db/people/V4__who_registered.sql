-- The account that registered a person: as long as the person holds no position, it is what tells
-- who may change or invite them. Null where nobody signed in did, and for those before this column.
alter table person add column registered_by uuid;
