package org.danaya.trust.authority;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.danaya.base.Act;

/** What the journal is told of certificates. */
final class Acts {

    private Acts() {}

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
