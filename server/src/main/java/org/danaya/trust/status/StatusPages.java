package org.danaya.trust.status;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.danaya.base.Settings;
import org.danaya.page.Answer;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.AuthoritySettings;
import org.danaya.trust.status.DelegatedKeys.Delegated;
import org.danaya.trust.status.StatusView.AuthorityState;
import org.danaya.trust.status.StatusView.Listed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How the services of trust are, for everybody. */
@Controller
class StatusPages {

    private final StatusService service;
    private final CrlTable lists;
    private final ObjectProvider<TrustService> others;
    private final Duration silence;
    private final URI address;
    private final Clock clock;

    StatusPages(
            StatusService service,
            JdbcClient jdbc,
            ObjectProvider<TrustService> others,
            Settings settings,
            Clock clock) {
        this.service = service;
        this.lists = new CrlTable(jdbc);
        this.others = others;
        this.silence = settings.get(StatusSettings.SILENCE);
        this.address = settings.get(AuthoritySettings.ADDRESS);
        this.clock = clock;
    }

    @Open
    @GetMapping("/trust")
    Answer show() {
        Instant now = clock.instant();
        Map<String, CrlTable.Published> published =
                lists.all().stream()
                        .collect(Collectors.toMap(CrlTable.Published::path, Function.identity()));
        Map<Integer, Delegated> responders = service.parts().responders().used();
        List<AuthorityState> authorities =
                service.parts().keeper().authorities().stream()
                        .map(
                                authority ->
                                        state(
                                                authority,
                                                responders.get(authority.id()),
                                                published.get(authority.code() + ".crl"),
                                                now))
                        .toList();
        boolean current =
                now.getEpochSecond() - service.parts().standing().knownAt() <= silence.toSeconds();
        return Page.of(
                "status/services",
                new StatusView(
                        current, authorities, others.stream().map(TrustService::state).toList()));
    }

    private AuthorityState state(
            Authority authority,
            @Nullable Delegated responder,
            CrlTable.@Nullable Published list,
            Instant now) {
        String base = address.toString().replaceAll("/+$", "");
        boolean expired = responder != null && now.isAfter(responder.until());
        return new AuthorityState(
                authority.code(),
                authority.rehearsal(),
                authority.keyLabel().isEmpty(),
                authority.endedAt().isPresent(),
                base + "/aia/" + authority.code() + ".cer",
                base + "/crl/" + authority.code() + ".crl",
                Optional.ofNullable(responder).map(Delegated::until),
                Optional.ofNullable(list)
                        .map(
                                one ->
                                        new Listed(
                                                one.number(),
                                                one.thisUpdate(),
                                                one.nextUpdate(),
                                                one.entries())),
                expired || (list != null && now.isAfter(list.nextUpdate())));
    }
}
