package org.danaya.mandates.asof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateEvent;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Office;
import org.danaya.page.Language;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.Positions;
import org.danaya.verify.mandate.Power;

/** Answers who could do something in a structure's name on a day. For any thread. */
public final class WhoCould {

    private final Mandates mandates;
    private final Positions positions;
    private final Incumbencies incumbencies;
    private final Predicate<String> logged;

    /**
     * @param logged whether a leaf of this reference is in the public log
     */
    WhoCould(
            Mandates mandates,
            Positions positions,
            Incumbencies incumbencies,
            Predicate<String> logged) {
        this.mandates = mandates;
        this.positions = positions;
        this.incumbencies = incumbencies;
        this.logged = logged;
    }

    /**
     * A question.
     *
     * @param day may lie ahead
     * @param known as it was known at the end of this day; empty for the end of {@code day}, or now
     *     where that lies ahead
     */
    public record Question(UUID structure, Power power, LocalDate day, Optional<LocalDate> known) {}

    /**
     * The answer.
     *
     * @param at the instant: what was recorded later doesn't count
     * @param able offices first, then mandates by number, at most {@link
     *     org.danaya.mandates.Register#MOST}
     */
    public record Answer(Question question, Instant at, List<Able> able) {

        /** Keeps a copy. */
        public Answer {
            able = List.copyOf(able);
        }
    }

    /**
     * Who could. Powers, mandates and who held a position on the day are told as they were recorded
     * by the instant, so that the answer for an instant that is over never changes.
     */
    public Answer find(Question question) {
        Instant at = mandates.register().end(question.known().orElse(question.day()));
        Stream<Able> offices =
                mandates
                        .offices()
                        .able(question.structure(), question.power(), question.day(), at)
                        .stream()
                        .flatMap(office -> ofOffice(office, question.day(), at));
        Stream<Able> held =
                mandates
                        .register()
                        .who(question.structure(), question.power(), question.day(), at)
                        .stream()
                        .map(this::ofMandate);
        return new Answer(question, at, Stream.concat(offices, held).toList());
    }

    private Stream<Able> ofOffice(Office office, LocalDate day, Instant at) {
        return incumbencies.holders(office.position(), day, at).stream()
                .map(each -> ofOffice(office, each));
    }

    private Able ofOffice(Office office, Incumbency held) {
        LocalDate end = held.until();
        return new Able(
                new Able.By(office.id(), Optional.empty()),
                held.person().name(),
                positions.get(office.position()).title(Language.FRENCH, held.form()),
                held.acting(),
                office.powers(),
                office.scope(),
                later(held.from(), office.period().from()),
                end == null || end.isAfter(office.period().until()) ? office.period().until() : end,
                office.basis() + " – " + held.act(),
                logged(Stream.of(office.recordedReference())));
    }

    private Able ofMandate(Known known) {
        Mandate.Head head = known.head();
        return new Able(
                new Able.By(head.id(), Optional.of(head.number())),
                head.names().holder(),
                head.names().function(),
                false,
                known.worth().powers(),
                known.worth().scope(),
                known.worth().period().from(),
                known.worth().period().until(),
                head.terms().basis(),
                logged(
                        Stream.concat(
                                Stream.of(known.office().recordedReference()),
                                known.chain().reversed().stream()
                                        .flatMap(each -> references(each.id(), known.at())))));
    }

    /** The leaf of the signature, and one for each thing that happened since and was told. */
    private Stream<String> references(UUID mandate, Instant at) {
        List<MandateEvent> events =
                mandates.register().find(mandate, at).orElseThrow().history().events();
        List<String> references = new ArrayList<>();
        references.add("mandates:signed:" + mandate);
        for (int i = 0; i < events.size() && !events.get(i).at().isAfter(at); i++) {
            references.add("mandates:changed:" + mandate + ":" + (i + 1));
        }
        return references.stream();
    }

    private List<String> logged(Stream<String> references) {
        return references.filter(logged).toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
