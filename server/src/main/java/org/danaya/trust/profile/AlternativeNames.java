package org.danaya.trust.profile;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.danaya.trust.der.Der;

/** The subject alternative names of a certificate, in order, each once. */
public record AlternativeNames(List<AlternativeName> names) {

    /** None. */
    public static final AlternativeNames NONE = new AlternativeNames(List.of());

    private static final int DNS_LIMIT = 253;
    private static final int EMAIL_LIMIT = 254;
    private static final int URI_LIMIT = 1024;
    private static final Pattern LABELS =
            Pattern.compile(
                    "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern IPV4 =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]{2,39}");

    /** Copies the list. */
    public AlternativeNames {
        names = List.copyOf(names);
    }

    /** How the reading of names ended. */
    public sealed interface Outcome {

        /** The names. */
        record Accepted(AlternativeNames names) implements Outcome {}

        /** Everything that is wrong with them. */
        record Refused(List<SubjectProblem> problems) implements Outcome {}
    }

    /**
     * The names that a profile allows.
     *
     * @param typed each {@code TYPE:VALUE}, such as {@code dns:portail.example.ml}, {@code
     *     email:a@example.ml}, {@code ip:192.0.2.1}, {@code uri:https://example.ml/}
     */
    public static Outcome of(Profile profile, List<String> typed) {
        Set<AlternativeName> names = new LinkedHashSet<>();
        List<SubjectProblem> problems = new ArrayList<>();
        for (String text : typed) {
            Optional<AlternativeName> name = read(profile, text.strip());
            if (name.isEmpty()) {
                problems.add(problem(SubjectProblem.Code.BAD_FORM, type(text), text, ""));
            } else if (profile.names(name.get().type()).isEmpty()) {
                problems.add(problem(SubjectProblem.Code.NOT_ALLOWED, type(text), text, ""));
            } else if (!names.add(name.get())) {
                problems.add(problem(SubjectProblem.Code.TWICE, type(text), text, ""));
            }
        }
        for (SanRule rule : profile.names()) {
            long count = names.stream().filter(name -> name.type() == rule.type()).count();
            if (count < rule.least()) {
                problems.add(
                        problem(
                                SubjectProblem.Code.MISSING,
                                rule.type().code(),
                                "",
                                Integer.toString(rule.least())));
            }
            if (count > rule.most()) {
                problems.add(
                        problem(
                                SubjectProblem.Code.TOO_MANY,
                                rule.type().code(),
                                Long.toString(count),
                                Integer.toString(rule.most())));
            }
        }
        return problems.isEmpty()
                ? new Outcome.Accepted(new AlternativeNames(List.copyOf(names)))
                : new Outcome.Refused(List.copyOf(problems));
    }

    /** The DER of the GeneralNames. */
    byte[] encoded() {
        ByteArrayOutputStream all = new ByteArrayOutputStream(128);
        names.forEach(name -> all.writeBytes(name.encoded()));
        return Der.of(Der.SEQUENCE, all.toByteArray());
    }

    private static Optional<AlternativeName> read(Profile profile, String text) {
        String value = text.substring(text.indexOf(':') + 1).strip();
        return switch (type(text)) {
            case "email" -> email(value);
            case "dns" -> dns(value, profile);
            case "ip" -> ip(value);
            case "uri" -> uri(value);
            default -> Optional.empty();
        };
    }

    private static String type(String text) {
        return text.strip().replaceFirst(":.*", "").toLowerCase(Locale.ROOT);
    }

    private static Optional<AlternativeName> email(String value) {
        int at = value.lastIndexOf('@');
        if (at < 1 || !LOCAL_PART.matcher(value.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return host(value.substring(at + 1))
                .map(host -> value.substring(0, at) + "@" + host)
                .filter(whole -> whole.length() <= EMAIL_LIMIT)
                .map(AlternativeName.Email::new);
    }

    private static Optional<AlternativeName> dns(String value, Profile profile) {
        boolean wildcard = value.startsWith("*.");
        if (wildcard
                && profile.names(AlternativeName.Type.DNS).filter(SanRule::wildcards).isEmpty()) {
            return Optional.empty();
        }
        return host(wildcard ? value.substring(2) : value)
                .map(host -> new AlternativeName.Dns(wildcard ? "*." + host : host));
    }

    private static Optional<String> host(String value) {
        try {
            String ascii = IDN.toASCII(value, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return ascii.length() <= DNS_LIMIT && LABELS.matcher(ascii).matches()
                    ? Optional.of(ascii)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<AlternativeName> ip(String value) {
        if (!IPV4.matcher(value).matches()
                && !(value.contains(":") && IPV6.matcher(value).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new AlternativeName.Ip(InetAddress.ofLiteral(value).getHostAddress()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<AlternativeName> uri(String value) {
        try {
            URI uri = new URI(value);
            return uri.isAbsolute()
                            && uri.getHost() != null
                            && value.length() <= URI_LIMIT
                            && value.chars().allMatch(c -> c < 0x80)
                    ? Optional.of(new AlternativeName.Uri(value))
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static SubjectProblem problem(
            SubjectProblem.Code code, String field, String value, String expected) {
        return new SubjectProblem(code, field, value, expected);
    }
}
