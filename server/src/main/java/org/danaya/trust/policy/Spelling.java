package org.danaya.trust.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.trust.profile.AlternativeName;
import org.danaya.trust.profile.ExtendedKeyUsage;
import org.danaya.trust.profile.KeyUsage;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.QcStatement;

/** How the values of profiles are written in documents of a language. */
record Spelling(Words words, Language language) {

    private static final long DAYS_OF_YEAR = 365;

    String word(String key, Object... facts) {
        return words.say(language, "policy." + key, facts);
    }

    String title(Profile profile) {
        return profile.title().in(language.code());
    }

    String yes(boolean value) {
        return word(value ? "yes" : "no");
    }

    /** A length of time in its largest whole unit, a year having 365 days as in profiles. */
    String duration(Duration time) {
        long days = time.toDays();
        if (time.equals(Duration.ofDays(days)) && days > 0) {
            return days % DAYS_OF_YEAR == 0
                    ? word("years", days / DAYS_OF_YEAR)
                    : word("days", days);
        }
        if (time.equals(Duration.ofHours(time.toHours()))) {
            return word("hours", time.toHours());
        }
        return time.equals(Duration.ofMinutes(time.toMinutes()))
                ? word("minutes", time.toMinutes())
                : word("seconds", time.toSeconds());
    }

    static String algorithms(Collection<KeyAlgorithm> algorithms) {
        return algorithms.stream().map(KeyAlgorithm::title).collect(Collectors.joining(", "));
    }

    /** As RFC 5280 §4.2.1.3 spells the bits. */
    static String usages(Collection<KeyUsage> usages) {
        return usages.stream()
                .map(
                        usage ->
                                switch (usage) {
                                    case CRL_SIGN -> "cRLSign";
                                    case NON_REPUDIATION -> "nonRepudiation (contentCommitment)";
                                    case DIGITAL_SIGNATURE,
                                            KEY_ENCIPHERMENT,
                                            DATA_ENCIPHERMENT,
                                            KEY_AGREEMENT,
                                            KEY_CERT_SIGN ->
                                            camel(usage.name());
                                })
                .collect(Collectors.joining(", "));
    }

    static String purposes(Collection<ExtendedKeyUsage> purposes) {
        return purposes.stream()
                .map(purpose -> "id-kp-" + camel(purpose.name()) + " (" + purpose.oid() + ")")
                .collect(Collectors.joining(", "));
    }

    static String names(Profile profile) {
        return profile.names().stream()
                .map(
                        rule ->
                                rule.type().code()
                                        + " "
                                        + rule.least()
                                        + "–"
                                        + rule.most()
                                        + (rule.type() == AlternativeName.Type.DNS
                                                        && rule.wildcards()
                                                ? " (*.)"
                                                : ""))
                .collect(Collectors.joining(", "));
    }

    /** As ETSI EN 319 412-5 and RFC 3739 spell them. */
    static String statements(Profile profile) {
        List<String> spelled = new ArrayList<>();
        for (QcStatement statement : profile.statements()) {
            spelled.add(
                    switch (statement) {
                        case QcStatement.Compliance() -> "QcCompliance";
                        case QcStatement.Device() -> "QcSSCD";
                        case QcStatement.Legislation(List<String> countries) ->
                                "QcCClegislation " + String.join(" ", countries);
                        case QcStatement.Purpose(QcStatement.QcPurpose purpose) ->
                                "QcType " + purpose.name().toLowerCase(Locale.ROOT);
                        case QcStatement.Disclosure(var locations) ->
                                "QcPDS "
                                        + locations.stream()
                                                .map(QcStatement.Location::language)
                                                .collect(Collectors.joining(" "));
                        case QcStatement.Retention(int years) -> "QcRetentionPeriod " + years;
                        case QcStatement.Semantics(QcStatement.Kind kind) ->
                                "QcSemantics " + kind.oid();
                    });
        }
        return String.join(", ", spelled);
    }

    private static String camel(String name) {
        StringBuilder text = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
            text.append(
                    text.isEmpty() || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return text.toString().replace("ocspSigning", "OCSPSigning");
    }
}
