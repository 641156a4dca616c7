package org.danaya.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.danaya.log.Leaves;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks the journal whole: the chain, and its anchors against what the public log's leaves open
 * to. That the leaves themselves stand in the log is {@code danaya log fsck}'s to check.
 */
public final class JournalCheck {

    private JournalCheck() {}

    /**
     * Recomputes everything.
     *
     * @param progress hears the last position that was recomputed, now and then
     */
    public static CheckReport run(DataSource source, LongConsumer progress) throws SQLException {
        NavigableMap<Long, Hash> told = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Leaves.Told leaf : Leaves.of(source, Anchor.KIND)) {
            findings.addAll(read(leaf, told));
        }
        for (Anchor anchor : new AnchorTable(JdbcClient.create(source)).all()) {
            long position = anchor.head().position();
            if (!Objects.equals(anchor.head().hash(), told.get(position))) {
                findings.add(new Finding.AnchorUnknown(position));
            }
        }
        CheckReport chain = new ChainCheck(source, progress).run(told);
        findings.addAll(chain.findings());
        return new CheckReport(
                chain.head(),
                chain.waiting(),
                chain.erased(),
                chain.anchors(),
                findings.stream().limit(CheckReport.MOST).toList());
    }

    /**
     * Anchors are told in the order of their positions, each once: another that comes later is
     * forged, whatever it says, and one that doesn't open can't be compared.
     */
    private static List<Finding> read(Leaves.Told leaf, NavigableMap<Long, Hash> told) {
        long last = told.isEmpty() ? 0 : told.lastKey();
        Optional<Head> head =
                leaf instanceof Leaves.Told.Opened(String _, String text)
                        ? Anchor.told(text)
                        : Optional.empty();
        if (head.isEmpty()) {
            return List.of(new Finding.AnchorClosed(last));
        }
        if (head.get().position() <= last) {
            return List.of(new Finding.AnchorRepeated(head.get().position()));
        }
        told.put(head.get().position(), head.get().hash());
        return List.of();
    }
}
