package org.danaya.trust.trustlist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.danaya.app.TestPlatform;
import org.danaya.base.Secret;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.SoftwareToken;
import org.danaya.crypto.TokenKey;
import org.danaya.store.Store;
import org.danaya.trust.trustlist.model.Address;
import org.danaya.trust.trustlist.model.Identity;
import org.danaya.trust.trustlist.model.Provider;
import org.danaya.trust.trustlist.model.Scheme;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.ServiceType;
import org.danaya.trust.trustlist.model.Texts;
import org.danaya.trust.trustlist.model.TrustService;
import org.danaya.trust.trustlist.model.TrustedList;

/** Invented lists, and keys to sign them with. */
public final class TestLists {

    /** Of this run. */
    @SuppressWarnings("TimeInStaticInitializer")
    public static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private static final SoftwareToken TOKEN = token();

    private TestLists() {}

    /** A key with its certificate. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Signing(TokenKey key, byte[] certificate) {}

    /** A new key for lists of an operator. */
    public static Signing key(String label, KeyAlgorithm algorithm) {
        TokenKey key = TOKEN.make(label, algorithm);
        return new Signing(
                key,
                SigningCertificate.make(
                        key, "ML", "Example agency", "Example " + label, NOW, new SecureRandom()));
    }

    /** A list of one provider with one service, issued now. */
    public static TrustedList example(byte[] authority) {
        return example(authority, 1, NOW);
    }

    /** The same under a number, issued at a time. */
    public static TrustedList example(byte[] authority, long sequence, Instant issued) {
        Address address =
                new Address(
                        List.of(
                                new Address.Postal(
                                        "en", "1 Example Street", "Bamako", "", "", "ML")),
                        new Texts(
                                List.of(
                                        new Texts.Said("en", "mailto:example@example.org"),
                                        new Texts.Said("en", "https://example.org/"))));
        Texts about = Texts.of("https://example.org/fr", "https://example.org/en");
        TrustService service =
                new TrustService(
                        ServiceType.CA_QC.uri(),
                        Texts.of("Certificats (exemple)", "Certificates (example)"),
                        List.of(new Identity.Certificate(authority)),
                        new ServiceState.Granted(issued.minus(Duration.ofDays(30))),
                        TrustService.Definitions.NONE,
                        "",
                        List.of());
        Provider provider =
                new Provider(
                        Texts.of("Prestataire (exemple)", "Provider (example)"),
                        Texts.of("", "NTRML-EXEMPLE.1"),
                        address,
                        about,
                        "",
                        List.of(service));
        Scheme scheme =
                new Scheme(
                        6,
                        sequence,
                        issued,
                        issued.plus(Duration.ofDays(150)),
                        "http://uri.etsi.org/TrstSvc/TrustedList/TSLType/MLlist",
                        Texts.of("Agence (exemple)", "Example agency"),
                        address,
                        Texts.of("ML:Liste (exemple)", "ML:List (example)"),
                        about,
                        "http://uri.etsi.org/TrstSvc/TrustedList/StatusDetn/MLdetermination",
                        Texts.of("", "http://uri.etsi.org/TrstSvc/TrustedList/schemerules/ML"),
                        "ML",
                        Texts.of("Exemple.", "Example."),
                        false,
                        Scheme.FOR_EVER,
                        "",
                        List.of("https://example.org/tl/danaya-tl.xml"),
                        "");
        return new TrustedList(scheme, List.of(provider));
    }

    /** The list signed by a key. */
    public static byte[] signed(TrustedList list, Signing signing) {
        return ListSigner.sign(ListWriter.write(list), signing.key(), signing.certificate(), NOW);
    }

    /** As after a restore without the published files: the platform makes them again. */
    public static void losePublishedFilesAndPublish() throws IOException {
        Path link = Publication.folder(TestPlatform.bean(Store.class).home().published());
        Files.delete(link);
        TestPlatform.bean(Publication.class).publish();
        if (!Files.isSymbolicLink(link)) {
            throw new AssertionError(link);
        }
    }

    private static SoftwareToken token() {
        try {
            Path folder = Files.createTempDirectory("danaya-lists-");
            return SoftwareToken.open("lists", folder, Secret.of("example"), new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
