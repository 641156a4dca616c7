package org.danaya.signin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.danaya.access.PublicAddress;
import org.danaya.access.Secrets;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.SecretFile;
import org.danaya.base.Settings;
import org.danaya.page.Glance;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.page.Visitor;
import org.danaya.signin.oidc.OidcClient;
import org.danaya.signin.oidc.OidcProvider;
import org.danaya.signin.oidc.OidcSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The foreign provider, where the operator named one, and how it is. */
@Component
final class Providers implements Glance {

    /** Where the provider sends people back; the operator tells it to the provider. */
    static final String BACK = "/sign-in/provider/back";

    private final Optional<OidcProvider> provider;

    Providers(
            Settings settings,
            PublicAddress address,
            JdbcClient sql,
            Secrets secrets,
            Clock clock) {
        this.provider =
                settings.find(OidcSettings.ISSUER)
                        .map(issuer -> client(issuer, settings, address))
                        .map(client -> new OidcProvider(client, sql, secrets, clock));
    }

    /** The provider, if there is one. */
    Optional<OidcProvider> configured() {
        return provider;
    }

    /** The provider, or a fault. */
    OidcProvider get() {
        return provider.orElseThrow(() -> new Fault(SigninFault.NO_PROVIDER));
    }

    @Override
    public List<Seen> look(Visitor visitor) {
        return visitor.rights().contains(Right.READ_HEALTH)
                ? provider.stream().map(Providers::seen).toList()
                : List.of();
    }

    private static Seen seen(OidcProvider provider) {
        Boolean answered = provider.answered().orElse(null);
        Tag tag =
                answered == null
                        ? new Tag("signin.provider.unasked", Tone.NEUTRAL)
                        : answered
                                ? new Tag("signin.provider.answers", Tone.SUCCESS)
                                : new Tag("signin.provider.silent", Tone.WARNING);
        return Seen.health(tag, "signin.provider.glance", provider.name());
    }

    private static OidcClient client(URI issuer, Settings settings, PublicAddress address) {
        if (!OidcClient.fit(issuer)) {
            throw new Fault(SigninFault.PROVIDER_UNFIT, issuer);
        }
        String id =
                settings.find(OidcSettings.CLIENT_ID)
                        .orElseThrow(
                                () ->
                                        new Fault(
                                                SigninFault.PROVIDER_INCOMPLETE,
                                                OidcSettings.CLIENT_ID.key()));
        Path secret =
                settings.find(OidcSettings.CLIENT_SECRET_FILE)
                        .orElseThrow(
                                () ->
                                        new Fault(
                                                SigninFault.PROVIDER_INCOMPLETE,
                                                OidcSettings.CLIENT_SECRET_FILE.key()));
        return new OidcClient(
                issuer,
                id,
                SecretFile.read(secret),
                settings.find(OidcSettings.NAME).orElse(issuer.getHost()),
                () -> address.page(BACK).toString());
    }
}
