package org.danaya.mandates.calendar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.mandates.delegation.Delegations;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;

/**
 * Whom an end concerns: whoever holds the mandate, holds the position or leads the delegation, and
 * whoever drafted it, as far as the platform knows where to write to them.
 */
final class Addressees {

    private final Mandates mandates;
    private final Delegations delegations;
    private final Incumbencies incumbencies;
    private final Function<UUID, Optional<UUID>> persons;
    private final Function<UUID, Set<String>> addresses;

    /**
     * Addressees.
     *
     * @param persons the person behind an account
     * @param addresses where to write to a person; nothing where nobody knows
     */
    Addressees(
            Mandates mandates,
            Delegations delegations,
            Incumbencies incumbencies,
            Function<UUID, Optional<UUID>> persons,
            Function<UUID, Set<String>> addresses) {
        this.mandates = mandates;
        this.delegations = delegations;
        this.incumbencies = incumbencies;
        this.persons = persons;
        this.addresses = addresses;
    }

    /** Somebody to write to, and the page where they see what it is about. */
    record Addressee(String address, String path) {}

    List<Addressee> of(End end) {
        List<Addressee> all = new ArrayList<>();
        switch (end.kind()) {
            case MANDATE -> {
                Mandate.Head head = mandates.register().get(end.id()).head();
                add(all, head.terms().person(), "/account/mandates/" + end.id());
                author(all, head.draftedBy(), end);
            }
            case OFFICE -> {
                UUID position = mandates.offices().get(end.id()).position();
                Stream.of(
                                incumbencies.holder(position, mandates.register().today()),
                                incumbencies.actingHolder(position, mandates.register().today()))
                        .flatMap(Optional::stream)
                        .map(Incumbency::person)
                        .forEach(person -> add(all, person.id(), "/account/mandates"));
                author(all, mandates.offices().get(end.id()).proposedBy(), end);
            }
            case DELEGATION -> {
                Delegation delegation = delegations.get(end.id());
                delegation
                        .head()
                        .ifPresent(
                                each ->
                                        add(
                                                all,
                                                each.head().terms().person(),
                                                "/delegations/" + delegation.number()));
                author(all, delegation.draftedBy(), end);
            }
        }
        return all;
    }

    private void author(List<Addressee> all, UUID account, End end) {
        persons.apply(account).ifPresent(person -> add(all, person, CalendarPages.path(end)));
    }

    private void add(List<Addressee> all, UUID person, String path) {
        for (String address : new LinkedHashSet<>(addresses.apply(person))) {
            if (all.stream().noneMatch(each -> each.address().equals(address))) {
                all.add(new Addressee(address, path));
            }
        }
    }
}
