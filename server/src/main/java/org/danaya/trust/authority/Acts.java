package org.danaya.trust.authority;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.danaya.base.Act;

/** What the journal is told of certificates. */
final class Acts {

    private Acts() {}

    /** One act for all that one transaction issued under one approval in advance. */
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
