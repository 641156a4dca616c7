package org.danaya.trust.status;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.danaya.base.Settings;
import org.danaya.crypto.Token;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.StatusFeed;

/** What the platform's edge and one that runs alone have in common. */
record StatusParts(
        StatusIndex index,
        Standing standing,
        StatusKeeper keeper,
        Responders responders,
        OcspHttp ocsp) {

    /**
     * @param token of the edge's keys
     * @param published the home's folder of published files
     * @param changed hears of authorities with changes
     */
    static StatusParts of(
            StatusFeed feed,
            Supplier<List<Authority>> authorities,
            Token token,
            Path published,
            Settings settings,
            IntConsumer changed,
            Clock clock) {
        StatusIndex index = new StatusIndex(settings.get(StatusSettings.CERT_HASH));
        Standing standing = new Standing();
        boolean byName =
                settings.get(StatusSettings.RESPONDER_ID) == StatusSettings.ResponderId.NAME;
        boolean revoked =
                settings.get(StatusSettings.UNKNOWN) == StatusSettings.UnknownSerial.REVOKED;
        OcspPolicy policy =
                new OcspPolicy(
                        settings.get(StatusSettings.VALIDITY),
                        revoked,
                        settings.get(StatusSettings.SILENCE));
        AnswerCache cache = new AnswerCache(settings.get(StatusSettings.CACHE));
        Responders responders =
                new Responders(
                        new DelegatedKeys(token, published.resolve("responder")), standing, byName);
        return new StatusParts(
                index,
                standing,
                new StatusKeeper(
                        feed,
                        authorities,
                        index,
                        standing,
                        changed,
                        all -> responders.load(all, clock.instant()),
                        clock),
                responders,
                new OcspHttp(new OcspResponder(index, standing, cache, policy, clock)));
    }
}
