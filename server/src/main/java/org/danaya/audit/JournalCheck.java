package org.danaya.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
        TreeMap<Long, Hash> told = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Leaves.Opened leaf : Leaves.opened(source, Anchor.KIND)) {
            Optional<Head> head = Anchor.told(leaf.text());
            if (head.isPresent()) {
                told.put(head.get().position(), head.get().hash());
            }
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
}
