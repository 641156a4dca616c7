-- A request is answered by one certificate, and is asked for it.
create unique index certificate_body_request on authority.certificate_body (request)
    where request is not null;
