-- That nobody goes, and why.
alter table delegation
    add column abandon_reason text check (length(abandon_reason) between 1 and 500),
    add column abandoned_by   uuid,
    add column abandoned_at   timestamptz,
    add check ((abandon_reason is null) = (abandoned_at is null)),
    add check ((abandoned_by is null) = (abandoned_at is null)),
    add check (abandoned_at is null or report is null);

-- What passed to a successor is a draft until somebody approves it.
update mandate m set state = 'draft'
where state = 'approved'
  and exists (select from event e where e.mandate = m.id and e.kind = 'transferred')
  and not exists (select from event e where e.mandate = m.id and e.kind = 'approved');
