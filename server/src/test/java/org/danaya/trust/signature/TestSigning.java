package org.danaya.trust.signature;

import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.TokenKey;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.TestHierarchy;
import org.danaya.trust.validation.ValidationSettings;
import org.danaya.trust.validation.Validations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hierarchy, an engine and a validator for tests, at one moment. */
public final class TestSigning {

    public final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    public final TestHierarchy hierarchy = new TestHierarchy(now);
    public final TestHierarchy.Identity person = hierarchy.person("Awa", "Exemple");
    private final Clock clock = Clock.fixed(now.plusSeconds(5), ZoneOffset.UTC);
    public final AdesEngine engine =
            new AdesEngine(
                    List.of(hierarchy.anchors()),
                    hierarchy.status(),
                    hierarchy::timestamp,
                    new SecureRandom(),
                    clock);

    /** With our own anchor and status. */
    public Validations validator() {
        return new Validations(settings(), List.of(hierarchy.anchors()), hierarchy.status(), clock);
    }

    public static Settings settings() {
        return Settings.of(ValidationSettings.ALL, Map.of());
    }

    public SigningKey key(TestHierarchy.Identity identity) {
        return opened(identity);
    }

    /**
     * Has an account's drafts signed at level B, whatever the platform could do by now: its
     * services know nothing of this kit's certificates.
     */
    public static void plainly(String title) {
        TestPlatform.bean(JdbcClient.class)
                .sql("update signature.request set level = 'B' where title = ? and state = 'DRAFT'")
                .param(title)
                .update();
    }

    static SigningKey opened(TestHierarchy.Identity identity) {
        return new SigningKey(new Key(identity.keys()), identity.chain());
    }

    public SignedFile sign(SignatureForm form, SignatureLevel level, SignedFile... files) {
        return engine.sign(
                key(person),
                new SigningOrder(form, level, List.of(files), now, "", Optional.empty()));
    }

    /** A PDF of so many pages, each with a sentence. */
    public static SignedFile pdf(int pages) {
        try (PDDocument document = new PDDocument()) {
            for (int i = 1; i <= pages; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                    content.newLineAtOffset(72, 700);
                    content.showText("Exemple, page " + i + " : 1 000 FCFA");
                    content.endText();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return new SignedFile("exemple.pdf", out.toByteArray());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Key(KeyPair keys) implements TokenKey {

        @Override
        public String label() {
            return "exemple";
        }

        @Override
        public KeyAlgorithm algorithm() {
            return KeyAlgorithm.of(keys.getPublic()).orElseThrow();
        }

        @Override
        public PublicKey publicKey() {
            return keys.getPublic();
        }

        @Override
        public byte[] sign(byte[] data) {
            try {
                Signature signature = Signature.getInstance(algorithm().signatureName());
                signature.initSign(keys.getPrivate());
                signature.update(data);
                return signature.sign();
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {}
    }
}
