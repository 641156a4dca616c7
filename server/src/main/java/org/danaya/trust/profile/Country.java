package org.danaya.trust.profile;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is the country's and stands in its certificates: data, never code.
 *
 * @param code ISO 3166-1 alpha-2
 * @param organization who runs the authorities
 * @param identifier the organisation's identifier (ETSI EN 319 412-1 §5.1.4)
 * @param arc the object identifier below which its policies are
 * @param statement where the certification practice statement is published
 * @param legislation the countries whose law makes certificates qualified; empty where none does
 * @param disclosures the disclosure statements
 */
public record Country(
        String code,
        String organization,
        String identifier,
        String arc,
        Optional<URI> statement,
        List<String> legislation,
        List<QcStatement.Location> disclosures) {

    static final Pattern TEXT = Pattern.compile("\\S.{0,198}\\S|\\S", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern ARC = Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,8})){2,20}");
    private static final Pattern IDENTIFIER =
            Pattern.compile("((VAT|NTR|LEI|PSD)[A-Z]{2}|[A-Z]{2}:[A-Z]{2})-[A-Za-z0-9./-]{1,50}");

    static Country read(String file, YamlNode.Mapping mapping) {
        Section section = new Section(file, mapping);
        List<String> legislation = new ArrayList<>();
        section.find("qualified-under", CODE).ifPresent(legislation::add);
        Country country =
                new Country(
                        section.text("country", CODE),
                        section.text("organization", TEXT),
                        section.text("organization-identifier", IDENTIFIER),
                        section.text("policy-arc", ARC),
                        section.find("practice-statement", TEXT)
                                .map(_ -> address(section, "practice-statement")),
                        List.copyOf(legislation),
                        section.sections("disclosure-statements").stream()
                                .map(Country::location)
                                .toList());
        section.end();
        return country;
    }

    private static QcStatement.Location location(Section section) {
        QcStatement.Location location =
                new QcStatement.Location(
                        address(section, "address"), section.text("language", LANGUAGE));
        section.end();
        return location;
    }

    private static URI address(Section section, String key) {
        return section.value(key, "https://…", Country::address);
    }

    private static URI address(String text) {
        URI uri = URI.create(text);
        if (uri.getHost() == null || !text.matches("https?://[\\x21-\\x7e]{1,500}")) {
            throw new IllegalArgumentException(text);
        }
        return uri;
    }
}
