package org.danaya.trust.registration;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.danaya.trust.authority.Approvals;
import org.danaya.trust.authority.Register;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.profile.CertificateRequests;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.trust.profile.SubjectProblem;

/**
 * A list of wanted certificates: CSV (RFC 4180) in UTF-8, one line each, at most {@link
 * Approvals#MOST}. Its headings are the names of attributes, {@code names} and {@code pkcs10}; what
 * the platform knows of the structure need not be there.
 */
final class BatchFile {

    /** The most bytes. */
    static final int MOST_BYTES = 1 << 20;

    private static final String NAMES = "names";
    private static final String PKCS10 = "pkcs10";

    private BatchFile() {}

    /** How the reading of a list ended. */
    sealed interface Outcome {

        /** All lines, those with problems too. */
        record Read(List<Entry> lines) implements Outcome {}

        /** It is no such list: the key of the words, and what fills their places. */
        record Unreadable(String key, List<Object> facts) implements Outcome {}
    }

    /** One wanted certificate. */
    record Entry(
            int number,
            Map<SubjectAttribute, String> subject,
            List<String> names,
            Optional<Requests.Key> key,
            List<Trouble> troubles) {

        /** What the page calls it. */
        String title() {
            return Optional.ofNullable(subject.get(SubjectAttribute.COMMON_NAME))
                    .or(() -> names.stream().findFirst().map(name -> Wanted.plain(List.of(name))))
                    .orElse("");
        }
    }

    /** What is wrong in a line: the heading, the key of the words, what fills their places. */
    record Trouble(String column, String key, List<Object> facts) {}

    /**
     * Reads a list.
     *
     * @param known what stands where a column isn't there
     * @param differences of a subject from what the register of structures says
     */
    static Outcome read(
            byte[] bytes,
            Profile profile,
            Map<SubjectAttribute, String> known,
            Requests requests,
            Function<Map<SubjectAttribute, String>, List<Register.Difference>> differences) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return unreadable("registration.list.not-utf8");
        }
        text = text.startsWith("\ufeff") ? text.substring(1) : text;
        String head = text.lines().findFirst().orElse("");
        char separator = head.contains(";") ? ';' : head.contains("\t") ? '\t' : ',';
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (CSVParser parser =
                CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() < 2) {
                return unreadable("registration.list.empty");
            }
            if (records.size() > Approvals.MOST + 1) {
                return unreadable("registration.list.too-long", Approvals.MOST);
            }
            List<String> heads =
                    records.getFirst().stream()
                            .map(each -> each.strip().toLowerCase(Locale.ROOT))
                            .toList();
            for (String each : heads) {
                if (!each.equals(NAMES) && !each.equals(PKCS10) && attribute(each).isEmpty()) {
                    return unreadable("registration.list.column", each);
                }
            }
            List<Entry> lines = new ArrayList<>();
            for (CSVRecord each : records.subList(1, records.size())) {
                Entry entry = line(each, heads, profile, known, requests);
                differences
                        .apply(entry.subject())
                        .forEach(
                                other ->
                                        entry.troubles()
                                                .add(
                                                        new Trouble(
                                                                other.attribute().code(),
                                                                "fault.authority.not-as-registered",
                                                                List.of(
                                                                        other.asked(),
                                                                        other.registered()))));
                lines.add(entry);
            }
            return new Outcome.Read(lines);
        } catch (IOException | RuntimeException _) {
            return unreadable("registration.list.broken");
        }
    }

    private static Entry line(
            CSVRecord cells,
            List<String> heads,
            Profile profile,
            Map<SubjectAttribute, String> known,
            Requests requests) {
        Map<SubjectAttribute, String> subject = new EnumMap<>(SubjectAttribute.class);
        subject.putAll(known);
        List<String> names = List.of();
        String pkcs10 = "";
        for (int i = 0; i < Math.min(heads.size(), cells.size()); i++) {
            String cell = cells.get(i).strip();
            if (heads.get(i).equals(NAMES)) {
                names = Wanted.names(cell);
            } else if (heads.get(i).equals(PKCS10)) {
                pkcs10 = cell;
            } else if (!cell.isEmpty()) {
                subject.put(attribute(heads.get(i)).orElseThrow(), cell);
            }
        }
        List<Trouble> troubles = new ArrayList<>();
        Optional<Requests.Key> key = key(pkcs10, profile, troubles);
        for (SubjectProblem problem : requests.problems(profile, subject, names)) {
            troubles.add(
                    new Trouble(
                            problem.field(),
                            "registration.list.problem."
                                    + problem.code()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'),
                            List.of(problem.value())));
        }
        return new Entry((int) cells.getRecordNumber(), subject, names, key, troubles);
    }

    private static Optional<Requests.Key> key(
            String pkcs10, Profile profile, List<Trouble> troubles) {
        if (pkcs10.isEmpty()) {
            if (profile.kind() == ProfileKind.SIGNATURE
                    || !profile.keys()
                            .origins()
                            .contains(org.danaya.trust.profile.KeyRules.Origin.HERE)) {
                troubles.add(new Trouble(PKCS10, "registration.list.problem.missing", List.of("")));
                return Optional.empty();
            }
            return Optional.of(new Requests.Key.Here());
        }
        String pem =
                pkcs10.startsWith("-----")
                        ? pkcs10
                        : "-----BEGIN CERTIFICATE REQUEST-----\n"
                                + pkcs10
                                + "\n-----END CERTIFICATE REQUEST-----\n";
        return switch (CertificateRequests.read(pem.getBytes(StandardCharsets.UTF_8))) {
            case CertificateRequests.Outcome.Read(CertificateRequests.Request request) ->
                    Optional.of(new Requests.Key.Given(request.subjectPublicKeyInfo()));
            case CertificateRequests.Outcome.Refused(CertificateRequests.Problem problem) -> {
                troubles.add(new Trouble(PKCS10, problem.words(), List.of()));
                yield Optional.empty();
            }
        };
    }

    private static Optional<SubjectAttribute> attribute(String code) {
        return Arrays.stream(SubjectAttribute.values())
                .filter(known -> known.code().equals(code))
                .findFirst();
    }

    private static Outcome unreadable(String key, Object... facts) {
        return new Outcome.Unreadable(key, List.of(facts));
    }
}
