package org.danaya.trust.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.page.Language;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.Person;
import org.danaya.people.Position;
import org.danaya.people.Positions;
import org.danaya.people.Structure;
import org.danaya.trust.authority.Register;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.trust.profile.SubjectField;
import org.springframework.stereotype.Component;

/** What the platform knows of those whom a certificate will name. */
@Component
class KnownFacts {

    /** How many positions of a structure are looked through. */
    private static final int MOST = 200;

    private final Positions positions;
    private final Incumbencies incumbencies;
    private final Register register;
    private final Clock clock;

    KnownFacts(Positions positions, Incumbencies incumbencies, Register register, Clock clock) {
        this.positions = positions;
        this.incumbencies = incumbencies;
        this.register = register;
        this.clock = clock;
    }

    /** A person in a function of a structure. */
    record Holder(Person person, Position position, Incumbency incumbency) {

        String title() {
            return position.title(Language.FRENCH, incumbency.form());
        }
    }

    /** Who holds a function of a structure today, those who stand in too. */
    List<Holder> holders(UUID structure) {
        LocalDate today = LocalDate.now(clock);
        List<Holder> holders = new ArrayList<>();
        positions.of(structure).stream()
                .filter(position -> !position.endedOn(today))
                .limit(MOST)
                .forEach(
                        position ->
                                Stream.of(
                                                incumbencies.holder(position.id(), today),
                                                incumbencies.actingHolder(position.id(), today))
                                        .flatMap(Optional::stream)
                                        .forEach(
                                                each ->
                                                        holders.add(
                                                                new Holder(
                                                                        each.person(),
                                                                        position,
                                                                        each))));
        return holders;
    }

    /**
     * A person in a function of a structure.
     *
     * @throws Fault {@link RegistrationFault#NO_FUNCTION}
     */
    Holder holder(UUID structure, String person) {
        return Ids.read(person).stream()
                .flatMap(
                        id ->
                                holders(structure).stream()
                                        .filter(each -> each.person().id().equals(id)))
                .findFirst()
                .orElseThrow(() -> new Fault(RegistrationFault.NO_FUNCTION));
    }

    /** The functions that a person holds today. */
    List<Holder> functions(UUID person) {
        LocalDate today = LocalDate.now(clock);
        return incumbencies.ofPerson(person).stream()
                .filter(each -> each.holds(today))
                .map(each -> new Holder(each.person(), positions.get(each.position()), each))
                .toList();
    }

    /** What is known for the fields of a profile, to be proposed. */
    Map<SubjectAttribute, String> proposed(
            Profile profile, Structure structure, Optional<Holder> holder) {
        Map<SubjectAttribute, String> known = new EnumMap<>(SubjectAttribute.class);
        for (SubjectField field : profile.subject()) {
            if (field.source() instanceof SubjectField.Source.Known(SubjectField.Fact fact)) {
                String value = value(fact, structure, holder);
                if (!value.isEmpty()) {
                    known.put(
                            field.attribute(),
                            value.substring(0, value.offsetByCodePoints(0, cut(value, field)))
                                    .strip());
                }
            }
        }
        return known;
    }

    private static int cut(String value, SubjectField field) {
        return Math.min(value.codePointCount(0, value.length()), field.most());
    }

    private String value(SubjectField.Fact fact, Structure structure, Optional<Holder> holder) {
        return switch (fact) {
            case PERSON_GIVEN_NAMES -> holder.map(each -> each.person().givenNames()).orElse("");
            case PERSON_SURNAME -> holder.map(each -> each.person().familyName()).orElse("");
            case PERSON_NAME -> holder.map(each -> each.person().name()).orElse("");
            case PERSON_NUMBER ->
                    holder.map(each -> register.number(each.person().id().toString())).orElse("");
            case POSITION_TITLE -> holder.map(Holder::title).orElse("");
            case STRUCTURE_NAME -> structure.name(Language.FRENCH);
            case STRUCTURE_NUMBER -> register.number(structure.identifier());
        };
    }
}
