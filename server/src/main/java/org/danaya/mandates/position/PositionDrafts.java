package org.danaya.mandates.position;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.SearchText;
import org.danaya.mandates.Days;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Register;
import org.danaya.mandates.position.OfficialPosition.Head;
import org.danaya.mandates.position.OfficialPosition.Names;
import org.danaya.page.Language;
import org.danaya.people.Existence;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.verify.mandate.ShortCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Positions until another person validates them. For any number of threads. */
public final class PositionDrafts {

    private static final long CODES = 1L << 50;

    private final PositionTable positions;
    private final PositionRegister register;
    private final Register mandates;
    private final Structures structures;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final SecureRandom random;
    private final Days days;

    PositionDrafts(
            JdbcClient jdbc,
            PositionRegister register,
            Register mandates,
            Structures structures,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            SecureRandom random,
            Days days) {
        this.positions = new PositionTable(jdbc);
        this.register = register;
        this.mandates = mandates;
        this.structures = structures;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.random = random;
        this.days = days;
    }

    /** All that stands against terms now; writes nothing. */
    public List<Trouble> check(PositionTerms terms) {
        List<Trouble> troubles = new ArrayList<>();
        terms.french().trouble().ifPresent(troubles::add);
        terms.english()
                .flatMap(Wording::trouble)
                .filter(trouble -> !troubles.contains(trouble))
                .ifPresent(troubles::add);
        if (terms.until()
                .filter(end -> !end.isAfter(terms.from()) || !end.isAfter(days.today()))
                .isPresent()) {
            troubles.add(Trouble.PERIOD);
        }
        Structure structure = structures.get(terms.structure());
        if (structure.details().on(days.today()) instanceof Existence.Ended) {
            troubles.add(Trouble.STRUCTURE);
        }
        terms.supersedes().flatMap(old -> against(old, terms)).ifPresent(troubles::add);
        return troubles;
    }

    /**
     * Drafts a position.
     *
     * @throws Fault where the structure is unknown
     */
    public PositionOutcome draft(UUID account, PositionTerms terms) {
        List<Trouble> troubles = check(terms);
        if (!troubles.isEmpty()) {
            return new PositionOutcome.Refused(troubles);
        }
        Structure structure = structures.get(terms.structure());
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Head head =
                                    new Head(
                                            ids.next(),
                                            code(),
                                            terms,
                                            new Names(
                                                    structure.name(Language.FRENCH),
                                                    structure.identifier(),
                                                    structure.shortName(Language.FRENCH)),
                                            account,
                                            days.now());
                            positions.insert(head, search(head));
                            news.publishEvent(
                                    Act.done(
                                            PositionAct.DRAFTED,
                                            PositionAct.subject(head.id()),
                                            Map.of(
                                                    "structure", terms.structure().toString(),
                                                    "kind", terms.kind().code())));
                            return new PositionOutcome.Drafted(head);
                        }));
    }

    /**
     * Changes a draft, all but its structure; whoever does is then its author, who can't validate
     * it.
     *
     * @param version the one that the change began from
     * @throws Fault {@link PositionFault#UNKNOWN}, {@link MandateFault#STALE}
     */
    public PositionOutcome change(UUID id, UUID account, int version, PositionTerms terms) {
        List<Trouble> troubles = check(terms);
        if (!troubles.isEmpty()) {
            return new PositionOutcome.Refused(troubles);
        }
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Head before = register.get(id).head();
                            if (!before.terms().structure().equals(terms.structure())) {
                                throw new IllegalArgumentException("Another structure");
                            }
                            Head head =
                                    new Head(
                                            id,
                                            before.code(),
                                            terms,
                                            before.names(),
                                            account,
                                            before.draftedAt());
                            if (!positions.rewrite(head, version, search(head), days.now())) {
                                throw new Fault(MandateFault.STALE);
                            }
                            news.publishEvent(
                                    Act.done(
                                            PositionAct.CHANGED,
                                            PositionAct.subject(id),
                                            Map.of("version", Integer.toString(version + 1))));
                            return new PositionOutcome.Drafted(head);
                        }));
    }

    private Optional<Trouble> against(UUID superseded, PositionTerms terms) {
        Optional<OfficialPosition> old =
                register.find(superseded).map(PositionRegister.Known::position);
        if (old.filter(OfficialPosition.InForce.class::isInstance)
                .filter(each -> each.head().terms().structure().equals(terms.structure()))
                .isEmpty()) {
            return Optional.of(Trouble.SUPERSEDES);
        }
        return old.filter(each -> !terms.audience().covers(each.head().terms().audience()))
                .map(_ -> Trouble.AUDIENCE);
    }

    /** One space of codes with the mandates: what somebody types means one thing. */
    private String code() {
        String code;
        do {
            code = ShortCode.of(random.nextLong(CODES)).data();
        } while (mandates.byCode(code).isPresent());
        return code;
    }

    private static String search(Head head) {
        PositionTerms terms = head.terms();
        return SearchText.of(
                terms.french().subject(),
                terms.english().map(Wording::subject).orElse(""),
                head.names().structure(),
                head.names().brief(),
                terms.matter().orElse(""),
                terms.french().text(),
                terms.english().map(Wording::text).orElse(""));
    }
}
