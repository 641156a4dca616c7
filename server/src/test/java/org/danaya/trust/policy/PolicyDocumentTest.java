package org.danaya.trust.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extensions;
import org.danaya.app.TestSettings;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.trust.profile.Policy;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.Profiles;
import org.danaya.trust.profile.SubjectField;
import org.danaya.trust.profile.TestHierarchy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The drafts against RFC 3647's outline and the profiles. Costs nothing. */
class PolicyDocumentTest {

    /** The last subsection of each section of RFC 3647 §6; those without any aren't here. */
    private static final Map<String, Integer> OUTLINE =
            Map.ofEntries(
                    Map.entry("1", 6),
                    Map.entry("1.3", 5),
                    Map.entry("1.4", 2),
                    Map.entry("1.5", 4),
                    Map.entry("2", 4),
                    Map.entry("3", 4),
                    Map.entry("3.1", 6),
                    Map.entry("3.2", 6),
                    Map.entry("3.3", 2),
                    Map.entry("4", 12),
                    Map.entry("4.1", 2),
                    Map.entry("4.2", 3),
                    Map.entry("4.3", 2),
                    Map.entry("4.4", 3),
                    Map.entry("4.5", 2),
                    Map.entry("4.6", 7),
                    Map.entry("4.7", 7),
                    Map.entry("4.8", 7),
                    Map.entry("4.9", 16),
                    Map.entry("4.10", 3),
                    Map.entry("4.12", 2),
                    Map.entry("5", 8),
                    Map.entry("5.1", 8),
                    Map.entry("5.2", 4),
                    Map.entry("5.3", 8),
                    Map.entry("5.4", 8),
                    Map.entry("5.5", 7),
                    Map.entry("5.7", 4),
                    Map.entry("6", 8),
                    Map.entry("6.1", 7),
                    Map.entry("6.2", 11),
                    Map.entry("6.3", 2),
                    Map.entry("6.4", 3),
                    Map.entry("6.5", 2),
                    Map.entry("6.6", 3),
                    Map.entry("7", 3),
                    Map.entry("7.1", 9),
                    Map.entry("7.2", 2),
                    Map.entry("7.3", 2),
                    Map.entry("8", 6),
                    Map.entry("9", 17),
                    Map.entry("9.1", 5),
                    Map.entry("9.2", 3),
                    Map.entry("9.3", 3),
                    Map.entry("9.4", 7),
                    Map.entry("9.6", 5),
                    Map.entry("9.10", 3),
                    Map.entry("9.12", 3),
                    Map.entry("9.16", 5));

    private static final int CHAPTERS = 9;
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ ([0-9.]+) \\S");

    private final Profiles profiles = Profiles.shipped();
    private final Words words = Words.load();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySectionOfTheRfcIsThereInItsOrder(Language language) {
        List<String> wanted = new ArrayList<>();
        for (int chapter = 1; chapter <= CHAPTERS; chapter++) {
            walk(Integer.toString(chapter), wanted);
        }
        for (PolicyKind kind : PolicyKind.values()) {
            List<String> found = new ArrayList<>();
            Matcher heading = HEADING.matcher(text(kind, language, profiles.all()));
            while (heading.find()) {
                found.add(heading.group(1).replaceFirst("\\.$", ""));
            }
            assertThat(found).as(kind + " " + language).isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noSectionIsSilentAndNoPlaceIsLeftEmpty(Language language) {
        for (PolicyKind kind : PolicyKind.values()) {
            String text = text(kind, language, profiles.all());
            assertThat(text).doesNotContain("{{", "}}", "\n!! ", "cp| ", "cps| ");
            String[] blocks = text.split("\n\n", -1);
            for (int i = 0; i < blocks.length - 1; i++) {
                boolean silent =
                        blocks[i].startsWith("#")
                                && blocks[i + 1].startsWith("#")
                                && level(blocks[i + 1]) <= level(blocks[i]);
                assertThat(silent).as(blocks[i]).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFiguresAreThoseOfTheProfiles(Language language) {
        Spelling spelling = new Spelling(words, language);
        for (PolicyKind kind : PolicyKind.values()) {
            String text = text(kind, language, profiles.all());
            for (Profile profile : profiles.all()) {
                String row =
                        "| " + profile.title().in(language.code()) + " (`" + profile.id() + "`) | ";
                assertThat(text)
                        .as(profile.id())
                        .contains(
                                row
                                        + String.join(
                                                ", ",
                                                profile.policies().stream()
                                                        .map(Policy::oid)
                                                        .toList()))
                        .contains(row + Spelling.algorithms(profile.keys().algorithms()) + " |")
                        .contains(
                                row
                                        + spelling.duration(profile.lifetime().most())
                                        + " | "
                                        + spelling.duration(profile.lifetime().usual())
                                        + " |")
                        .contains(new ProfileTables(spelling, List.of()).extensions(profile));
                for (SubjectField field : profile.subject()) {
                    assertThat(text).contains(row + field.attribute().shortName() + " (");
                }
                for (KeyAlgorithm algorithm : profile.keys().algorithms()) {
                    assertThat(text).contains("| " + algorithm.signatureName() + " |");
                }
            }
        }
    }

    /** The names of the tables, as object identifiers. */
    private static final Map<String, String> EXTENSIONS =
            Map.ofEntries(
                    Map.entry("authorityKeyIdentifier", "2.5.29.35"),
                    Map.entry("subjectKeyIdentifier", "2.5.29.14"),
                    Map.entry("keyUsage", "2.5.29.15"),
                    Map.entry("extKeyUsage", "2.5.29.37"),
                    Map.entry("basicConstraints", "2.5.29.19"),
                    Map.entry("certificatePolicies", "2.5.29.32"),
                    Map.entry("subjectAltName", "2.5.29.17"),
                    Map.entry("cRLDistributionPoints", "2.5.29.31"),
                    Map.entry("authorityInfoAccess", "1.3.6.1.5.5.7.1.1"),
                    Map.entry("qcStatements", "1.3.6.1.5.5.7.1.3"),
                    Map.entry("ocsp-nocheck", "1.3.6.1.5.5.7.48.1.5"));

    @Test
    void theTablesOfExtensionsAreThoseOfRealCertificates() {
        TestHierarchy hierarchy = TestHierarchy.make(KeyAlgorithm.EC_P256);
        Spelling spelling = new Spelling(words, Language.ENGLISH);
        for (Profile profile : hierarchy.profiles().all()) {
            byte[] der =
                    switch (profile.kind()) {
                        case ROOT -> hierarchy.root().der();
                        case ISSUING -> hierarchy.authority(ProfileTables.kind(profile)).der();
                        case SIGNATURE, SEAL, TLS_SERVER, TLS_CLIENT, OCSP, TIMESTAMP ->
                                hierarchy.issue(profile.id()).der();
                    };
            Extensions extensions =
                    Certificate.getInstance(der).getTBSCertificate().getExtensions();
            Map<String, Boolean> real = new TreeMap<>();
            for (ASN1ObjectIdentifier oid : extensions.getExtensionOIDs()) {
                real.put(oid.getId(), extensions.getExtension(oid).isCritical());
            }
            // Alternative names that are allowed and weren't asked for.
            Map<String, Boolean> told = new TreeMap<>();
            new ProfileTables(spelling, List.of())
                    .extensions(profile)
                    .lines()
                    .skip(2)
                    .map(row -> row.split(" \\| |\\| ", -1))
                    .forEach(
                            cells ->
                                    told.put(
                                            EXTENSIONS.getOrDefault(cells[1], cells[1]),
                                            cells[2].equals("yes")));
            if (profile.names().stream().allMatch(rule -> rule.least() == 0)) {
                told.remove("2.5.29.17");
                real.remove("2.5.29.17");
            }
            assertThat(told).as(profile.id()).isEqualTo(real);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aDocumentMayBeAboutOneProfile(Language language) {
        String text = text(PolicyKind.CP, language, List.of(profiles.get("tls-server")));
        assertThat(text).contains("(`tls-server`)").doesNotContain("(`person-signature`)");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theSameDataGiveTheSameBytes(Language language) {
        TreeSet<String> texts = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            texts.add(text(PolicyKind.CPS, language, Profiles.shipped().all()));
        }
        assertThat(texts).hasSize(1);
    }

    private static int level(String heading) {
        return heading.indexOf(' ');
    }

    private static void walk(String section, List<String> into) {
        into.add(section);
        for (int i = 1; i <= OUTLINE.getOrDefault(section, 0); i++) {
            walk(section + "." + i, into);
        }
    }

    private String text(PolicyKind kind, Language language, List<Profile> about) {
        return PolicyDocument.of(
                kind,
                language,
                words,
                PolicyPlaces.of(
                        new Spelling(words, language),
                        profiles,
                        about,
                        Settings.of(TestSettings.all(), Map.of())));
    }
}
