package org.danaya.mandates.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.danaya.base.SearchText;
import org.danaya.page.Language;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.Person;
import org.danaya.people.Persons;
import org.danaya.people.Position;
import org.danaya.people.Positions;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.springframework.stereotype.Component;

/** Persons to whom a mandate may be given, in a position that they hold or whatever they hold. */
@Component
public class Holders {

    private static final int MOST = 20;

    private final Persons persons;
    private final Positions positions;
    private final Structures structures;
    private final Incumbencies incumbencies;
    private final Within within;

    Holders(
            Persons persons,
            Positions positions,
            Structures structures,
            Incumbencies incumbencies,
            Within within) {
        this.persons = persons;
        this.positions = positions;
        this.structures = structures;
        this.incumbencies = incumbencies;
        this.within = within;
    }

    /**
     * A person in a capacity.
     *
     * @param capacity the incumbency; empty for the person whatever they hold
     * @param about the position and its structure; empty as the capacity is
     */
    public record Choice(Person person, Optional<UUID> capacity, String about) {}

    /**
     * Those found.
     *
     * @param more whether others weren't listed
     */
    public record Found(List<Choice> choices, boolean more) {

        static final Found NOBODY = new Found(List.of(), false);
    }

    /** Those whose names have these words: for officers, who know the register of persons. */
    public Found like(String text) {
        List<Choice> choices = new ArrayList<>();
        persons.list(text, 0, MOST)
                .forEach(
                        each -> {
                            today(each).forEach(held -> choices.add(choice(each, held)));
                            choices.add(new Choice(each, Optional.empty(), ""));
                        });
        return new Found(choices, persons.count(text) > MOST);
    }

    /**
     * Those of exactly this name, in any order and with or without accents, who hold a position in
     * a structure or in one below it: for holders, who may not look through the register.
     */
    Found named(String name, UUID structure) {
        List<Choice> choices = new ArrayList<>();
        List<String> asked = words(name);
        persons.list(name, 0, MOST).stream()
                .filter(each -> words(each.name()).equals(asked))
                .forEach(
                        each -> {
                            List<Held> near =
                                    today(each)
                                            .filter(held -> isBelow(held.structure(), structure))
                                            .toList();
                            near.forEach(held -> choices.add(choice(each, held)));
                            if (!near.isEmpty()) {
                                choices.add(new Choice(each, Optional.empty(), ""));
                            }
                        });
        return new Found(choices, false);
    }

    private record Held(Incumbency incumbency, Position position, Structure structure) {}

    private Stream<Held> today(Person person) {
        return incumbencies.ofPerson(person.id()).stream()
                .filter(each -> each.holds(within.today()))
                .flatMap(
                        each ->
                                positions
                                        .find(each.position())
                                        .flatMap(
                                                position ->
                                                        structures
                                                                .find(position.structure())
                                                                .map(
                                                                        structure ->
                                                                                new Held(
                                                                                        each,
                                                                                        position,
                                                                                        structure)))
                                        .stream());
    }

    private static Choice choice(Person person, Held held) {
        return new Choice(
                person,
                Optional.of(held.incumbency().id()),
                held.position().title(Language.FRENCH, held.incumbency().form())
                        + ", "
                        + held.structure().name(Language.FRENCH));
    }

    private boolean isBelow(Structure structure, UUID top) {
        return structure.id().equals(top)
                || structures.ancestors(structure).stream()
                        .anyMatch(above -> above.id().equals(top));
    }

    private static List<String> words(String name) {
        return Arrays.stream(SearchText.plain(name).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .sorted()
                .toList();
    }
}
