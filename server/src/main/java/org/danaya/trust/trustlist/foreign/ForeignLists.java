package org.danaya.trust.trustlist.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.danaya.base.Settings;
import org.danaya.trust.trustlist.ListJudge;
import org.danaya.trust.trustlist.ListVerdict;
import org.danaya.trust.trustlist.TrustlistSettings;
import org.danaya.trust.trustlist.model.TrustedList;
import org.springframework.stereotype.Component;

/** The foreign lists that the operator named, each with what is known of it. */
@Component
public final class ForeignLists {

    private static final int WHY_LENGTH = 200;

    private final Optional<Path> file;
    private final ForeignListTable table;
    private final ForeignLoader loader = new ForeignLoader();
    private final Clock clock;

    /** What was judged right, by address; a signature need not be checked at each question. */
    private final Map<String, Judged> judged = new ConcurrentHashMap<>();

    ForeignLists(Settings settings, ForeignListTable table, Clock clock) {
        this.file = settings.find(TrustlistSettings.FOREIGN_FILE);
        this.table = table;
        this.clock = clock;
    }

    private record Judged(Instant fetchedAt, TrustedList list) {}

    /** A list as it stands. */
    public sealed interface Foreign {

        /** Where it comes from. */
        String address();

        /**
         * It may be relied on.
         *
         * @param problem why it couldn't be renewed at the last look; empty where it was
         */
        record Usable(String address, TrustedList list, Instant fetchedAt, String problem)
                implements Foreign {}

        /**
         * It may not.
         *
         * @param problem {@code PROBLEM} of {@link #look}
         * @param fetchedAt when it was last right, if ever
         */
        record Unusable(String address, String problem, Optional<Instant> fetchedAt)
                implements Foreign {}
    }

    /** Whether the operator named any. */
    public boolean configured() {
        return file.isPresent();
    }

    /**
     * Looks at each of them: fetches, judges, keeps what is right. What is wrong is kept as a code:
     * one of {@link ListVerdict.Reason}, {@code rolled-back} or {@code unreachable}, and details.
     */
    void look() throws InterruptedException {
        for (ForeignSource source : sources()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            try {
                byte[] bytes = loader.load(source);
                Optional<String> problem = problem(source, bytes, now);
                if (problem.isEmpty()) {
                    table.right(source.address(), bytes, now);
                } else {
                    table.wrong(source.address(), shortened(problem.get()), now);
                }
            } catch (IOException | IllegalArgumentException e) {
                table.wrong(
                        source.address(),
                        shortened(
                                "unreachable "
                                        + e.getClass().getSimpleName()
                                        + " "
                                        + e.getMessage()),
                        now);
            }
        }
    }

    private Optional<String> problem(ForeignSource source, byte[] bytes, Instant now) {
        return switch (ListJudge.judge(bytes, source.signers(), now)) {
            case ListVerdict.Refused(ListVerdict.Reason reason, String detail) ->
                    Optional.of(reason.code() + " " + detail);
            case ListVerdict.Valid(TrustedList list, _, _) ->
                    kept(source)
                            .map(known -> known.list().scheme().sequence())
                            .filter(sequence -> list.scheme().sequence() < sequence)
                            .map(sequence -> "rolled-back " + sequence);
        };
    }

    /** All of them, as they stand at this moment. */
    public List<Foreign> all() {
        Map<String, ForeignListTable.Row> rows = rows();
        List<Foreign> all = new ArrayList<>();
        for (ForeignSource source : sources()) {
            ForeignListTable.Row row = rows.get(source.address());
            all.add(
                    row == null
                            ? new Foreign.Unusable(source.address(), "waiting", Optional.empty())
                            : standing(source, row));
        }
        return List.copyOf(all);
    }

    private Foreign standing(ForeignSource source, ForeignListTable.Row row) {
        Optional<Instant> fetched = row.kept().map(ForeignListTable.Kept::fetchedAt);
        Optional<Judged> known = judged(source, row);
        if (known.isEmpty()) {
            String problem = row.problem().isEmpty() ? "broken" : row.problem();
            return new Foreign.Unusable(source.address(), problem, fetched);
        }
        TrustedList list = known.get().list();
        return ListJudge.aged(list, clock.instant())
                .map(ListVerdict.Refused.class::cast)
                .<Foreign>map(
                        refused ->
                                new Foreign.Unusable(
                                        source.address(),
                                        refused.reason().code() + " " + refused.detail(),
                                        fetched))
                .orElseGet(
                        () ->
                                new Foreign.Usable(
                                        source.address(),
                                        list,
                                        known.get().fetchedAt(),
                                        row.problem()));
    }

    /**
     * A kept document whose signature is right.
     *
     * @param usable whether it isn't too old
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Document(
            String address, byte[] bytes, List<byte[]> signers, TrustedList list, boolean usable) {}

    /** The documents of those that were right once, the stale ones marked. */
    List<Document> documents() {
        Map<String, ForeignListTable.Row> rows = rows();
        List<Document> documents = new ArrayList<>();
        for (ForeignSource source : sources()) {
            ForeignListTable.Row row = rows.get(source.address());
            Optional<Judged> known = row == null ? Optional.empty() : judged(source, row);
            if (row != null && row.kept().isPresent() && known.isPresent()) {
                TrustedList list = known.get().list();
                documents.add(
                        new Document(
                                source.address(),
                                row.kept().get().document(),
                                source.signers(),
                                list,
                                ListJudge.aged(list, clock.instant()).isEmpty()));
            }
        }
        return List.copyOf(documents);
    }

    private Optional<Judged> kept(ForeignSource source) {
        ForeignListTable.Row row = rows().get(source.address());
        return row == null ? Optional.empty() : judged(source, row);
    }

    /** The kept document, its signature checked again after each start and each change. */
    private Optional<Judged> judged(ForeignSource source, ForeignListTable.Row row) {
        if (row.kept().isEmpty()) {
            return Optional.empty();
        }
        ForeignListTable.Kept kept = row.kept().get();
        Judged known = judged.get(source.address());
        if (known != null && known.fetchedAt().equals(kept.fetchedAt())) {
            return Optional.of(known);
        }
        if (ListJudge.signed(kept.document(), source.signers())
                instanceof ListVerdict.Valid(TrustedList list, _, _)) {
            Judged fresh = new Judged(kept.fetchedAt(), list);
            judged.put(source.address(), fresh);
            return Optional.of(fresh);
        }
        return Optional.empty();
    }

    private Map<String, ForeignListTable.Row> rows() {
        return table.all().stream()
                .collect(Collectors.toMap(ForeignListTable.Row::address, Function.identity()));
    }

    private List<ForeignSource> sources() {
        return file.map(ForeignSource::read).orElse(List.of());
    }

    private static String shortened(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return plain.length() <= WHY_LENGTH ? plain : plain.substring(0, WHY_LENGTH);
    }
}
