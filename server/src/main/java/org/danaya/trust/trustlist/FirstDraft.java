package org.danaya.trust.trustlist;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.trust.trustlist.model.Address;
import org.danaya.trust.trustlist.model.Scheme;
import org.danaya.trust.trustlist.model.Texts;
import org.danaya.trust.trustlist.model.TrustedList;
import org.springframework.stereotype.Component;

/**
 * The list that a country begins with: the addresses of its profile, and examples to replace, which
 * no rule lets through.
 */
@Component
final class FirstDraft {

    private static final String ETSI = "http://uri.etsi.org/TrstSvc/TrustedList/";

    private final Settings settings;
    private final Clock clock;

    FirstDraft(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    TrustedList list() {
        String territory = settings.get(TrustlistSettings.TERRITORY);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Address address =
                new Address(
                        List.of(
                                new Address.Postal("en", "EXAMPLE", "EXAMPLE", "", "", territory),
                                new Address.Postal("fr", "EXEMPLE", "EXEMPLE", "", "", territory)),
                        Texts.of("", "mailto:exemple@example.org")
                                .plus("en", "https://example.org/"));
        Scheme scheme =
                new Scheme(
                        Scheme.VERSION,
                        1,
                        now,
                        now.plus(settings.get(TrustlistSettings.VALIDITY_DAYS), ChronoUnit.DAYS),
                        or(TrustlistSettings.TYPE, ETSI + "TSLType/" + territory + "list"),
                        Texts.of("EXEMPLE : nom de l’autorité", "EXAMPLE: name of the authority"),
                        address,
                        Texts.of(
                                territory + ":Liste de confiance des prestataires qualifiés",
                                territory + ":Trusted list of qualified providers"),
                        Texts.of("https://example.org/fr", "https://example.org/en"),
                        or(
                                TrustlistSettings.APPROACH,
                                ETSI + "StatusDetn/" + territory + "determination"),
                        new Texts(
                                List.of(
                                        new Texts.Said(
                                                "en",
                                                or(
                                                        TrustlistSettings.RULES,
                                                        ETSI + "schemerules/" + territory)))),
                        territory,
                        Texts.of("EXEMPLE : mention légale.", "EXAMPLE: legal notice."),
                        false,
                        Scheme.FOR_EVER,
                        "",
                        settings.find(TrustlistSettings.PUBLIC_URL).stream()
                                .map(URI::toString)
                                .toList(),
                        "");
        return new TrustedList(scheme, List.of());
    }

    private String or(Setting<URI> setting, String usual) {
        return settings.find(setting).map(URI::toString).orElse(usual);
    }
}
