package org.danaya.trust.authority;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;

/** What the journal is told of requests and certificates. */
final class Acts {

    private Acts() {}

    /** One act for requests of one list; one each for others. */
    static List<Act> about(AuthorityAct act, List<Request.Head> heads, Map<String, String> facts) {
        Optional<UUID> list = heads.getFirst().batch();
        if (heads.size() > 1
                && list.isPresent()
                && heads.stream().allMatch(head -> head.batch().equals(list))) {
            Map<String, String> more = new HashMap<>(facts);
            more.put("requests", Integer.toString(heads.size()));
            return List.of(Act.done(act, "batch:" + list.get(), more));
        }
        return heads.stream().map(head -> Act.done(act, "request:" + head.id(), facts)).toList();
    }

    /** One act for all that one transaction issued under one profile of one authority. */
    static Act issued(List<Certificate> together, KnownProfile profile, Authority authority) {
        Certificate first = together.getFirst();
        Act one = issued(first, profile, authority);
        if (together.size() == 1) {
            return one;
        }
        Map<String, String> facts = new HashMap<>(one.facts());
        facts.put("count", Integer.toString(together.size()));
        facts.put("last", Long.toString(together.getLast().id()));
        return Act.done(AuthorityAct.ISSUED, "certificate:" + first.id(), facts);
    }

    static Act issued(Certificate certificate, KnownProfile profile, Authority authority) {
        Map<String, String> facts = new HashMap<>();
        facts.put("authority", authority.code());
        facts.put("serial", HexFormat.of().formatHex(certificate.serial()));
        facts.put("profile", profile.profile().id());
        certificate.request().ifPresent(id -> facts.put("request", id.toString()));
        certificate.standing().ifPresent(id -> facts.put("standing", id.toString()));
        return Act.done(AuthorityAct.ISSUED, "certificate:" + certificate.id(), facts);
    }
}
