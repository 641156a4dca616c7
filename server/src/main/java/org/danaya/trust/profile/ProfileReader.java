package org.danaya.trust.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.danaya.base.Fault;
import org.danaya.crypto.KeyAlgorithm;

/** Makes a profile of a file and the country's data. */
final class ProfileReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern DURATION = Pattern.compile("[1-9][0-9]{0,4}[mhdy]");
    private static final Pattern OID =
            Pattern.compile(
                    "(\\{arc}|[0-2](\\.(0|[1-9][0-9]{0,8})){1})(\\.(0|[1-9][0-9]{0,8})){1,20}");
    private static final int DAYS_OF_A_YEAR = 365;

    private final String file;
    private final Country country;

    private ProfileReader(String file, Country country) {
        this.file = file;
        this.country = country;
    }

    /**
     * The profile, whole and within the standards of its kind.
     *
     * @throws Fault what is wrong, with the file and the line
     */
    static Profile read(String file, byte[] bytes, Country country) {
        Section top = new Section(file, YamlReader.read(file, bytes));
        Profile profile = new ProfileReader(file, country).profile(top);
        top.end();
        ProfileRules.check(file, profile);
        return profile;
    }

    private Profile profile(Section top) {
        Section extensions = top.section("extensions");
        ProfileKind kind = top.choice("kind", ProfileKind.class);
        Section title = top.section("title");
        Names names = new Names(title.text("fr", Country.TEXT), title.text("en", Country.TEXT));
        title.end();
        Optional<Section> purposes = extensions.findSection("extended-key-usage");
        Profile profile =
                new Profile(
                        top.text("id", ID),
                        top.number("version", 1, 9_999),
                        kind,
                        names,
                        top.choices("issued-by", AuthorityKind.class),
                        top.text("partition", ID),
                        top.number("approvals", 0, 5),
                        top.sections("subject").stream().map(this::field).toList(),
                        top.sections("alternative-names").stream()
                                .map(ProfileReader::rule)
                                .toList(),
                        keys(top.section("keys")),
                        lifetime(top.section("lifetime")),
                        extensions.choices("key-usage", KeyUsage.class),
                        purposes.map(p -> p.choices("purposes", ExtendedKeyUsage.class))
                                .orElse(java.util.Set.of()),
                        purposes.map(p -> p.flag("critical")).orElse(false),
                        extensions.find("path-length", 0, 5),
                        extensions.sections("policies").stream().map(this::policy).toList(),
                        extensions
                                .findSection("qualified-statements")
                                .map(this::statements)
                                .orElse(List.of()),
                        new Pointers(
                                extensions.flag("crl-address"),
                                extensions.flag("ocsp-address"),
                                extensions.flag("issuer-address")),
                        extensions.flag("subject-key-identifier"),
                        extensions.flag("ocsp-no-check"));
        purposes.ifPresent(Section::end);
        extensions.end();
        return profile;
    }

    private SubjectField field(Section section) {
        SubjectAttribute attribute = section.choice("attribute", SubjectAttribute.class);
        SubjectField field =
                new SubjectField(
                        attribute,
                        source(section),
                        !section.flag("optional"),
                        section.find("most", 1, attribute.bound()).orElse(attribute.bound()),
                        section.find("pattern", Country.TEXT)
                                .map(
                                        _ ->
                                                section.value(
                                                        "pattern",
                                                        "java.util.regex.Pattern",
                                                        ProfileReader::regex)));
        section.end();
        return field;
    }

    private SubjectField.Source source(Section section) {
        Optional<String> fixed = section.find("value", Country.TEXT);
        if (fixed.isPresent()) {
            return new SubjectField.Source.Fixed(
                    fixed.get()
                            .replace("{country}", country.code())
                            .replace("{organization}", country.organization())
                            .replace("{organization-identifier}", country.identifier()));
        }
        return section.findChoice("from", SubjectField.Fact.class)
                .<SubjectField.Source>map(SubjectField.Source.Known::new)
                .orElseGet(SubjectField.Source.Asked::new);
    }

    private static SanRule rule(Section section) {
        SanRule rule =
                new SanRule(
                        section.choice("type", AlternativeName.Type.class),
                        section.find("least", 0, 100).orElse(0),
                        section.number("most", 1, 100),
                        section.flag("wildcards"));
        section.end();
        return rule;
    }

    private static KeyRules keys(Section section) {
        KeyRules rules =
                new KeyRules(
                        section.choices("algorithms", KeyAlgorithm.class),
                        section.choices("made", KeyRules.Origin.class));
        section.end();
        return rules;
    }

    private static Lifetime lifetime(Section section) {
        Duration most = duration(section, "most");
        Lifetime lifetime =
                new Lifetime(
                        most,
                        section.find("usual", DURATION)
                                .map(_ -> duration(section, "usual"))
                                .orElse(most),
                        section.find("backdate", DURATION)
                                .map(_ -> duration(section, "backdate"))
                                .orElse(Duration.ZERO));
        section.end();
        return lifetime;
    }

    private Policy policy(Section section) {
        boolean own = section.text("oid", OID).startsWith("{arc}");
        Policy policy =
                new Policy(
                        section.text("oid", OID).replace("{arc}", country.arc()),
                        own ? country.statement() : Optional.empty());
        section.end();
        return policy;
    }

    /**
     * Only the law makes a certificate qualified. Where it doesn't, nothing is stated that belongs
     * to qualified certificates (EN 319 412-5 §4.1), whatever the profile says.
     */
    private List<QcStatement> statements(Section section) {
        boolean byLaw = section.flag("by-law") && !country.legislation().isEmpty();
        List<QcStatement> statements = new ArrayList<>();
        statements.add(new QcStatement.Compliance());
        statements.add(new QcStatement.Legislation(country.legislation()));
        if (section.flag("device")) {
            statements.add(new QcStatement.Device());
        }
        section.findChoice("purpose", QcStatement.QcPurpose.class)
                .map(QcStatement.Purpose::new)
                .ifPresent(statements::add);
        if (section.flag("disclosure") && !country.disclosures().isEmpty()) {
            statements.add(new QcStatement.Disclosure(country.disclosures()));
        }
        section.find("retention-years", 1, 99)
                .map(QcStatement.Retention::new)
                .ifPresent(statements::add);
        Optional<QcStatement> semantics =
                section.findChoice("semantics", QcStatement.Kind.class)
                        .map(QcStatement.Semantics::new);
        section.end();
        if (!byLaw) {
            return semantics.stream().toList();
        }
        semantics.ifPresent(statements::add);
        return List.copyOf(statements);
    }

    private static Duration duration(Section section, String key) {
        return section.value(
                key,
                "10m, 24h, 90d, 3y",
                text -> {
                    if (!DURATION.matcher(text).matches()) {
                        throw new IllegalArgumentException(text);
                    }
                    long count = Long.parseLong(text.substring(0, text.length() - 1));
                    return switch (text.charAt(text.length() - 1)) {
                        case 'm' -> Duration.ofMinutes(count);
                        case 'h' -> Duration.ofHours(count);
                        case 'd' -> Duration.ofDays(count);
                        default -> Duration.ofDays(DAYS_OF_A_YEAR * count);
                    };
                });
    }

    private static String regex(String text) {
        try {
            return Pattern.compile(text).pattern();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(text.toLowerCase(Locale.ROOT), e);
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
