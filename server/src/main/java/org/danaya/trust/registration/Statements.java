package org.danaya.trust.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.base.Sha256;
import org.danaya.trust.authority.Approvals;
import org.danaya.trust.authority.AuthorityFault;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;

/** What an approver confirms, as pages carry it: which requests, and the hash of the statement. */
final class Statements {

    private Statements() {}

    /** SHA-256 of what whoever is signed in would confirm, in hexadecimal. */
    static String hash(Approvals approvals, List<Request.Prepared> prepared) {
        return Sha256.hexOf(approvals.statement(Actor.self(), prepared));
    }

    /**
     * The prepared requests that a form names, in the order of the statement: several in one field
     * with spaces between them, because a list has more than a form may have fields.
     *
     * @param shown the hash of the statement that the approver saw
     * @throws Fault {@link AuthorityFault#REQUEST_MOVED} where it would be another one now; {@link
     *     org.danaya.base.BaseFault#OUT_OF_REACH}
     */
    static List<Request.Prepared> prepared(
            List<String> ids, String shown, Requests requests, Approvals approvals) {
        List<UUID> read =
                ids.stream()
                        .flatMap(Pattern.compile(" ")::splitAsStream)
                        .map(text -> Ids.read(text))
                        .map(id -> id.orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_REQUEST)))
                        .distinct()
                        .toList();
        if (read.isEmpty() || read.size() > Approvals.MOST) {
            throw new Fault(AuthorityFault.UNKNOWN_REQUEST);
        }
        List<Request.Prepared> all = new ArrayList<>();
        for (Request request : requests.get(read)) {
            Reached.need(Right.APPROVE_CERTIFICATES, request.head().structure());
            if (!(request instanceof Request.Prepared prepared)) {
                throw new Fault(AuthorityFault.REQUEST_MOVED);
            }
            all.add(prepared);
        }
        if (!hash(approvals, all).equals(shown)) {
            throw new Fault(AuthorityFault.REQUEST_MOVED);
        }
        return all;
    }
}
