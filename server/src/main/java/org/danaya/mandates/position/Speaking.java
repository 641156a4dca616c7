package org.danaya.mandates.position;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.danaya.base.Reach;
import org.danaya.base.SearchText;
import org.danaya.mandates.Days;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Known;
import org.danaya.mandates.Limit;
import org.danaya.mandates.MandateSearch;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Office;
import org.danaya.mandates.Scope;
import org.danaya.page.Language;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.Position;
import org.danaya.people.Positions;
import org.danaya.verify.mandate.Power;

/**
 * Who may sign what a structure says: the holder of an office with the power to speak, or of a
 * mandate with it. A power that is limited to events, texts or other structures isn't enough, nor
 * one that is limited to other countries; one that is limited to matters is enough for those.
 */
public final class Speaking {

    private static final int MOST = 100;

    private final Mandates mandates;
    private final Positions positions;
    private final Incumbencies incumbencies;
    private final String country;
    private final Days days;

    Speaking(
            Mandates mandates,
            Positions positions,
            Incumbencies incumbencies,
            String country,
            Days days) {
        this.mandates = mandates;
        this.positions = positions;
        this.incumbencies = incumbencies;
        this.country = country;
        this.days = days;
    }

    /**
     * A person who may.
     *
     * @param under what gives the power
     * @param function as which, in French
     */
    public record Voice(Grantor under, String function) {}

    /** As what a person may sign what a structure says about a matter; nothing where they can't. */
    public Optional<Voice> find(UUID person, UUID structure, Optional<String> matter) {
        return mandates.offices().ofStructure(structure).stream()
                .filter(office -> speaks(office) && covers(office.scope(), matter))
                .flatMap(office -> voice(person, office).stream())
                .findFirst()
                .or(() -> byMandate(person, structure, matter));
    }

    /** The structures for which a person may sign something. */
    public Set<UUID> structures(UUID person) {
        LocalDate today = days.today();
        Set<UUID> structures = new HashSet<>();
        incumbencies.ofPerson(person).stream()
                .filter(each -> each.holds(today))
                .map(Incumbency::position)
                .distinct()
                .flatMap(position -> mandates.offices().ofPosition(position).stream())
                .filter(this::speaks)
                .map(Office::structure)
                .forEach(structures::add);
        held(person, Optional.empty()).stream()
                .map(known -> known.head().terms().structure())
                .forEach(structures::add);
        return structures;
    }

    private Optional<Voice> byMandate(UUID person, UUID structure, Optional<String> matter) {
        return held(person, Optional.of(structure)).stream()
                .filter(known -> covers(known.worth().scope(), matter))
                .findFirst()
                .map(
                        known ->
                                new Voice(
                                        new Grantor.OfMandate(known.head().id()),
                                        known.head().names().function()));
    }

    private List<Known> held(UUID person, Optional<UUID> structure) {
        MandateSearch search =
                new MandateSearch(
                        "",
                        Optional.of(MandateSearch.Standing.IN_FORCE),
                        structure,
                        Optional.of(Power.SPEAK),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(person),
                        new Reach.Everywhere());
        return mandates.register().list(search, "", 0, MOST).stream()
                .map(found -> mandates.register().get(found.head().id()))
                .filter(known -> known.holds(Power.SPEAK))
                .toList();
    }

    private boolean speaks(Office office) {
        return office.powers().has(Power.SPEAK) && mandates.offices().counts(office);
    }

    private Optional<Voice> voice(UUID person, Office office) {
        LocalDate today = days.today();
        return Stream.of(
                        incumbencies.holder(office.position(), today),
                        incumbencies.actingHolder(office.position(), today))
                .flatMap(Optional::stream)
                .filter(held -> held.person().id().equals(person))
                .findFirst()
                .map(held -> new Voice(new Grantor.OfOffice(office.id()), title(held)));
    }

    private String title(Incumbency held) {
        Position position = positions.get(held.position());
        return position.title(Language.FRENCH, held.form());
    }

    private boolean covers(Scope scope, Optional<String> matter) {
        for (Scope.Side side : Scope.Side.values()) {
            boolean enough =
                    switch (side) {
                        case MATTERS -> covers(scope.limit(side), matter);
                        case TERRITORY -> scope.limit(side).covers(country);
                        case EVENTS, TEXTS, STRUCTURES -> scope.limit(side) instanceof Limit.Open;
                    };
            if (!enough) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(Limit limit, Optional<String> matter) {
        return switch (limit) {
            case Limit.Open() -> true;
            case Limit.Only(Collection<String> matters) ->
                    matter.map(SearchText::plain)
                            .filter(
                                    asked ->
                                            matters.stream()
                                                    .map(SearchText::plain)
                                                    .anyMatch(asked::equals))
                            .isPresent();
        };
    }
}
