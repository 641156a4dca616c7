package org.danaya.log;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.danaya.verify.TreeHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every tree that was or may be signed, in {@code log.tree_head}. */
final class TreeHeadTable {

    private final JdbcClient jdbc;

    TreeHeadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A size and its one root. */
    record Head(long size, TreeHash root) {

        static final Head EMPTY = new Head(0, TreeHash.empty());
    }

    /** The largest tree; the empty one where none is recorded. */
    Head latest() {
        return jdbc.sql("select size, root from log.tree_head order by size desc limit 1")
                .query((row, _) -> new Head(row.getLong(1), TreeHash.of(row.getBytes(2))))
                .optional()
                .orElse(Head.EMPTY);
    }

    /** The root recorded for a size; the empty tree has one without a record. */
    Optional<TreeHash> root(long size) {
        if (size == 0) {
            return Optional.of(TreeHash.empty());
        }
        return jdbc.sql("select root from log.tree_head where size = ?")
                .param(size)
                .query((row, _) -> TreeHash.of(row.getBytes(1)))
                .optional();
    }

    /** Records a tree for ever; a size that is there already is an error. */
    void record(Head head, Instant now) {
        jdbc.sql("insert into log.tree_head (size, root, recorded_at) values (?, ?, ?)")
                .params(head.size(), head.root().toBytes(), Timestamp.from(now))
                .update();
    }
}
