package org.danaya.trust.registration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.table.Cell;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.profile.AlternativeName;
import org.danaya.trust.profile.CertificateRequests;
import org.danaya.trust.profile.KeyRules;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.SanRule;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.trust.profile.SubjectField;
import org.danaya.trust.profile.SubjectProblem;

/**
 * The form that a profile leads to, and what it means once it is filled in.
 *
 * <p>The key is made here or given as a PKCS #10 request, as text or as a file; a file becomes text
 * so that the page that asks for confirmation can carry it.
 */
final class Wanted {

    private static final String WORDS = "registration.attribute";
    private static final String HERE = "here";
    private static final String GIVEN = "given";
    private static final int CHARACTERS = 48_000;

    private static final Field<String> NAMES = Field.area("names", 4_000).optional();
    private static final Field<String> KEY =
            Field.choice(
                            "key",
                            List.of(
                                    Option.worded(HERE, "registration.key.here"),
                                    Option.worded(GIVEN, "registration.key.given")))
                    .radios();
    private static final Field<String> TEXT = Field.area("pkcs10", CHARACTERS).optional();
    private static final Field<Upload> FILE =
            Field.file("pkcs10-file", CertificateRequests.LIMIT_BYTES).optional();

    private final Profile profile;
    private final List<Field<String>> attributes = new ArrayList<>();
    private final boolean here;
    private final boolean given;

    /**
     * The form of a profile.
     *
     * @param mayMakeHere whether somebody is there for whom a key can be kept
     */
    Wanted(Profile profile, boolean mayMakeHere) {
        this.profile = profile;
        for (SubjectField field : profile.subject()) {
            if (!(field.source() instanceof SubjectField.Source.Fixed)) {
                Field<String> asked = Field.text(field.attribute().code(), field.most());
                attributes.add(field.required() ? asked : asked.optional());
            }
        }
        this.given = profile.keys().origins().contains(KeyRules.Origin.REQUEST);
        this.here =
                profile.keys().origins().contains(KeyRules.Origin.HERE) && (mayMakeHere || !given);
    }

    /** How the reading of a form ended. */
    sealed interface Outcome {

        /** All is well with what can be judged before it is asked for. */
        record Read(
                Map<SubjectAttribute, String> subject,
                List<String> names,
                Requests.Key key,
                Form hidden)
                implements Outcome {}

        /** It must be corrected. */
        record Wrong(Form form) implements Outcome {}
    }

    /** The form, with what is known filled in. */
    Form form(Map<SubjectAttribute, String> known) {
        Form form = blank();
        for (Field<String> field : attributes) {
            form = form.with(field, Optional.ofNullable(known.get(attribute(field.name()))));
        }
        return here && given ? form.with(KEY, HERE) : form;
    }

    /** The form as it was sent, for corrections. */
    Form again(Submission sent) {
        return blank().read(sent);
    }

    /** Reads what was sent. */
    Outcome read(Submission sent, Requests requests) {
        Form form = blank().read(sent);
        Map<SubjectAttribute, String> subject = new EnumMap<>(SubjectAttribute.class);
        for (Field<String> field : attributes) {
            form.find(field)
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> subject.put(attribute(field.name()), value));
        }
        boolean byRequest = given && (!here || form.find(KEY).filter(GIVEN::equals).isPresent());
        String pem = byRequest ? pem(form) : "";
        Requests.Key key = new Requests.Key.Here();
        List<String> names = names(form.find(NAMES).orElse(""));
        if (byRequest && pem.isEmpty()) {
            form = form.refuse(TEXT, "registration.pkcs10.missing");
        } else if (byRequest) {
            switch (CertificateRequests.read(pem.getBytes(StandardCharsets.UTF_8))) {
                case CertificateRequests.Outcome.Refused(CertificateRequests.Problem problem) ->
                        form = form.refuse(TEXT, problem.words());
                case CertificateRequests.Outcome.Read(CertificateRequests.Request request) -> {
                    key = new Requests.Key.Given(request.subjectPublicKeyInfo());
                    if (names.isEmpty()) {
                        names = allowed(request.names());
                    }
                }
            }
        }
        for (SubjectProblem problem : requests.problems(profile, subject, names)) {
            form = refused(form, problem);
        }
        return form.wrong()
                ? new Outcome.Wrong(form)
                : new Outcome.Read(subject, names, key, hidden(sent, pem, names));
    }

    /** What was typed, line by line. */
    List<Line> answers(Outcome.Read read) {
        List<Line> lines = new ArrayList<>();
        for (SubjectField field : profile.subject()) {
            switch (field.source()) {
                case SubjectField.Source.Fixed(String value) ->
                        lines.add(Line.text(label(field.attribute()), value));
                case SubjectField.Source.Asked _, SubjectField.Source.Known _ ->
                        Optional.ofNullable(read.subject().get(field.attribute()))
                                .ifPresent(
                                        value ->
                                                lines.add(
                                                        Line.text(
                                                                label(field.attribute()), value)));
            }
        }
        if (!read.names().isEmpty()) {
            lines.add(Line.text(WORDS + ".names", plain(read.names())));
        }
        lines.add(
                switch (read.key()) {
                    case Requests.Key.Here() ->
                            new Line(WORDS + ".key", new Cell.Words("registration.key.here"));
                    case Requests.Key.Given(byte[] key) ->
                            Line.text(WORDS + ".key", CertificateWords.key(key));
                });
        return lines;
    }

    static String label(SubjectAttribute attribute) {
        return WORDS + "." + attribute.code();
    }

    /** Alternative names without the types before them. */
    static String plain(List<String> names) {
        return names.stream()
                .map(name -> name.substring(name.indexOf(':') + 1))
                .collect(java.util.stream.Collectors.joining(", "));
    }

    /** Names as people type them, one a line, each with its type before it. */
    static List<String> names(String typed) {
        return typed.lines()
                .flatMap(line -> java.util.Arrays.stream(line.split("[,; ]+")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Wanted::typedName)
                .toList();
    }

    private static String typedName(String name) {
        if (name.contains("://")) {
            return "uri:" + name;
        }
        if (name.contains("@")) {
            return "email:" + name;
        }
        return (name.matches("[0-9.]+") || name.matches("[0-9A-Fa-f:]*:[0-9A-Fa-f:]*")
                        ? "ip:"
                        : "dns:")
                + name;
    }

    /** Of the names in a PKCS #10 request, those of a type that the profile allows. */
    private List<String> allowed(List<String> names) {
        return names.stream()
                .filter(
                        name ->
                                profile.names().stream()
                                        .map(SanRule::type)
                                        .map(AlternativeName.Type::code)
                                        .anyMatch(code -> name.startsWith(code + ":")))
                .toList();
    }

    private Form blank() {
        List<Field<?>> fields = new ArrayList<>(attributes);
        if (!profile.names().isEmpty()) {
            fields.add(NAMES);
        }
        if (here && given) {
            fields.add(KEY);
        }
        if (given) {
            fields.add(TEXT);
            fields.add(FILE);
        }
        return Form.of(WORDS, fields);
    }

    private Form hidden(Submission sent, String pem, List<String> names) {
        List<Field<?>> fields = new ArrayList<>();
        attributes.forEach(field -> fields.add(field.optional().hidden()));
        fields.add(KEY.optional().hidden());
        fields.add(NAMES.hidden());
        fields.add(TEXT.hidden());
        return Form.of(WORDS, fields)
                .read(sent)
                .with(NAMES.hidden(), plain(names).replace(", ", "\n"))
                .with(TEXT.hidden(), pem);
    }

    /** The request as text: what was pasted, or the file in PEM. */
    private static String pem(Form form) {
        Optional<Upload> file = form.find(FILE).filter(upload -> upload.size() > 0);
        if (file.isEmpty()) {
            return form.find(TEXT).orElse("");
        }
        byte[] bytes = file.get().bytes();
        return bytes[0] == 0x30
                ? "-----BEGIN CERTIFICATE REQUEST-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                        + "\n-----END CERTIFICATE REQUEST-----\n"
                : new String(bytes, StandardCharsets.ISO_8859_1).strip();
    }

    /** What is wrong, at the field where it can be corrected; once for each field. */
    private Form refused(Form form, SubjectProblem problem) {
        boolean own = attributes.stream().anyMatch(field -> field.name().equals(problem.field()));
        Field<String> field = own ? Field.text(problem.field(), 1) : NAMES;
        if (form.problems().stream().anyMatch(each -> each.field().equals(field.name()))) {
            return form;
        }
        if (!own && profile.names().isEmpty()) {
            return form.refuse("registration.problem.field", problem.field(), problem.value());
        }
        return switch (problem.code()) {
            case MISSING -> form.refuse(field, "form.missing");
            case TOO_LONG -> form.refuse(field, "form.too-long", problem.expected());
            case BAD_FORM -> form.refuse(field, "registration.problem.form", problem.value());
            case NOT_ALLOWED ->
                    form.refuse(field, "registration.problem.not-allowed", problem.value());
            case TOO_MANY ->
                    form.refuse(field, "registration.problem.too-many", problem.expected());
            case TWICE -> form.refuse(field, "registration.problem.twice", problem.value());
        };
    }

    private static SubjectAttribute attribute(String code) {
        return java.util.Arrays.stream(SubjectAttribute.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
