package org.danaya.trust.authority;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.danaya.page.Language;
import org.danaya.people.Structure;
import org.danaya.trust.profile.Country;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.trust.profile.SubjectField;

/**
 * What the register of structures says of those whom certificates name, so that nobody has another
 * structure named than the one that they ask for.
 *
 * <p>A name is one of the structure's own, letter by letter with its accents and capitals: the
 * French one, the English one or the acronym, each cut where the profile allows no more. An
 * identifier under the platform's own scheme is the structure's own; of another scheme (VAT, NTR,
 * LEI, PSD: ETSI EN 319 412-1 §5.1.4) the register knows nothing, so that the approver is told.
 */
public final class Register {

    private final Function<UUID, Optional<Structure>> structures;
    private final String scheme;

    Register(Function<UUID, Optional<Structure>> structures, Country country) {
        this.structures = structures;
        String identifier = country.identifier();
        this.scheme =
                identifier.matches("[A-Z]{2}:[A-Z]{2}-.*")
                        ? identifier.substring(0, 6)
                        : "DA:" + country.code() + "-";
    }

    /**
     * A value that isn't the register's.
     *
     * @param registered what the register says
     */
    public record Difference(SubjectAttribute attribute, String asked, String registered) {}

    /** A structure, if the register has it. */
    public Optional<Structure> find(Optional<UUID> id) {
        return id.flatMap(structures);
    }

    /** An identifier under the platform's own scheme. */
    public String number(String identifier) {
        return scheme + identifier;
    }

    /** The values of a subject that differ from what the register says. */
    public List<Difference> differences(
            Profile profile, Optional<Structure> structure, Map<SubjectAttribute, String> subject) {
        List<Difference> differences = new ArrayList<>();
        structure.ifPresent(
                found ->
                        named(profile, subject)
                                .forEach(
                                        field -> {
                                            String asked = asked(field, subject);
                                            Set<String> own = own(field, found);
                                            if (!own.contains(asked) && known(field, asked)) {
                                                differences.add(
                                                        new Difference(
                                                                field.attribute(),
                                                                asked,
                                                                own.iterator().next()));
                                            }
                                        }));
        return differences;
    }

    /** The attributes of which the register doesn't say what is asked for, an approver beware. */
    public List<SubjectAttribute> unconfirmed(
            Profile profile, Optional<Structure> structure, Map<SubjectAttribute, String> subject) {
        return named(profile, subject)
                .filter(
                        field ->
                                structure
                                        .map(found -> own(field, found))
                                        .filter(own -> own.contains(asked(field, subject)))
                                        .isEmpty())
                .map(SubjectField::attribute)
                .toList();
    }

    /** The fields that name a structure and are filled in. */
    private static Stream<SubjectField> named(
            Profile profile, Map<SubjectAttribute, String> subject) {
        return profile.subject().stream()
                .filter(field -> isName(field) || isNumber(field))
                .filter(field -> !asked(field, subject).isEmpty());
    }

    private Set<String> own(SubjectField field, Structure structure) {
        Set<String> own = new LinkedHashSet<>();
        if (isNumber(field)) {
            own.add(number(structure.identifier()));
        } else {
            own.add(structure.name(Language.FRENCH));
            own.add(structure.name(Language.ENGLISH));
            own.add(structure.shortName(Language.FRENCH));
        }
        Set<String> cut = new LinkedHashSet<>();
        own.forEach(each -> cut.add(cut(clean(each), field.most())));
        return cut;
    }

    private boolean known(SubjectField field, String asked) {
        return isName(field) || asked.startsWith(scheme);
    }

    private static boolean isName(SubjectField field) {
        return field.source() instanceof SubjectField.Source.Known(SubjectField.Fact fact)
                && fact == SubjectField.Fact.STRUCTURE_NAME;
    }

    private static boolean isNumber(SubjectField field) {
        return field.source() instanceof SubjectField.Source.Known(SubjectField.Fact fact)
                && fact == SubjectField.Fact.STRUCTURE_NUMBER;
    }

    private static String asked(SubjectField field, Map<SubjectAttribute, String> subject) {
        return clean(subject.getOrDefault(field.attribute(), ""));
    }

    /** As a certificate's name will have it. */
    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }
}
