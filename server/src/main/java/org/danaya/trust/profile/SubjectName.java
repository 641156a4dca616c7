package org.danaya.trust.profile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.danaya.trust.der.Der;

/** The name of a subject: attributes in order, one in each RDN (RFC 5280 §4.1.2.6). */
public record SubjectName(List<Part> parts) {

    /** The characters of a PrintableString (X.680 §41.4). */
    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9 '()+,./:=?-]*");

    /** The DER of the attributes' object identifiers. */
    private static final Map<SubjectAttribute, byte[]> TYPES =
            Arrays.stream(SubjectAttribute.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Function.identity(), attribute -> Der.oid(attribute.oid())));

    /** Copies the list. */
    public SubjectName {
        parts = List.copyOf(parts);
    }

    /** One attribute with its value. */
    public record Part(SubjectAttribute attribute, String value) {}

    /** How the making of a name ended. */
    public sealed interface Outcome {

        /** The name. */
        record Accepted(SubjectName name) implements Outcome {}

        /** Everything that is wrong with the values. */
        record Refused(List<SubjectProblem> problems) implements Outcome {}
    }

    /**
     * The name that a profile makes of values. A blank value counts as none; characters are
     * composed (NFC) and spaces at the ends taken away.
     *
     * @param values by attribute; an attribute whose value is fixed may be left out
     */
    public static Outcome of(Profile profile, Map<SubjectAttribute, String> values) {
        List<Part> parts = new ArrayList<>();
        List<SubjectProblem> problems = new ArrayList<>();
        for (SubjectField field : profile.subject()) {
            String value =
                    field.source() instanceof SubjectField.Source.Fixed(String fixed)
                            ? fixed
                            : clean(values.getOrDefault(field.attribute(), ""));
            check(field, value, values, problems);
            if (!value.isEmpty()) {
                parts.add(new Part(field.attribute(), value));
            }
        }
        values.keySet().stream()
                .filter(given -> profile.subject().stream().noneMatch(f -> f.attribute() == given))
                .sorted()
                .map(given -> problem(SubjectProblem.Code.NOT_ALLOWED, given, "", ""))
                .forEach(problems::add);
        return problems.isEmpty()
                ? new Outcome.Accepted(new SubjectName(parts))
                : new Outcome.Refused(List.copyOf(problems));
    }

    private static void check(
            SubjectField field,
            String value,
            Map<SubjectAttribute, String> given,
            List<SubjectProblem> problems) {
        SubjectAttribute attribute = field.attribute();
        if (value.isEmpty()) {
            if (field.required()) {
                problems.add(problem(SubjectProblem.Code.MISSING, attribute, "", ""));
            }
            return;
        }
        String asked = clean(given.getOrDefault(attribute, ""));
        if (field.source() instanceof SubjectField.Source.Fixed
                && !asked.isEmpty()
                && !asked.equals(value)) {
            problems.add(problem(SubjectProblem.Code.NOT_ALLOWED, attribute, asked, value));
        }
        if (value.codePointCount(0, value.length()) > field.most()) {
            problems.add(
                    problem(
                            SubjectProblem.Code.TOO_LONG,
                            attribute,
                            value,
                            Integer.toString(field.most())));
        }
        if ((attribute.printable() && !PRINTABLE.matcher(value).matches())
                || value.codePoints().anyMatch(Character::isISOControl)) {
            problems.add(
                    problem(SubjectProblem.Code.BAD_FORM, attribute, value, PRINTABLE.pattern()));
        } else if (field.pattern().isPresent() && !value.matches(field.pattern().get())) {
            problems.add(
                    problem(SubjectProblem.Code.BAD_FORM, attribute, value, field.pattern().get()));
        }
    }

    /** The DER of the Name. */
    public byte[] encoded() {
        ByteArrayOutputStream names = new ByteArrayOutputStream(256);
        for (Part part : parts) {
            int tag = part.attribute().printable() ? Der.PRINTABLE_STRING : Der.UTF8_STRING;
            byte[] value = Der.of(tag, part.value().getBytes(StandardCharsets.UTF_8));
            names.writeBytes(
                    Der.of(
                            Der.SET,
                            Der.of(
                                    Der.SEQUENCE,
                                    Objects.requireNonNull(TYPES.get(part.attribute())),
                                    value)));
        }
        return Der.of(Der.SEQUENCE, names.toByteArray());
    }

    /** In the order of the name, as {@code C=ML, O=…}. */
    @Override
    public String toString() {
        return parts.stream()
                .map(part -> part.attribute().shortName() + "=" + part.value())
                .collect(Collectors.joining(", "));
    }

    private static String clean(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    }

    private static SubjectProblem problem(
            SubjectProblem.Code code, SubjectAttribute attribute, String value, String expected) {
        return new SubjectProblem(code, attribute.code(), value, expected);
    }
}
