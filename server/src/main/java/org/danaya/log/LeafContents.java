package org.danaya.log;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What leaves commit to, read in the order of the log by a module that checks all of its own. */
public final class LeafContents {

    private final JdbcClient jdbc;

    LeafContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A salt and a content, as the database has them: whether an entry opens with them is open. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Kept(byte[] salt, byte[] content) {}

    /**
     * Those of a stretch of the log, by index; what was erased isn't there.
     *
     * @param from the first index
     * @param count at most 65,536
     */
    public Map<Long, Kept> read(long from, int count) {
        Map<Long, Kept> kept = new HashMap<>();
        jdbc.sql(
                        """
                        select leaf_index, salt, content
                        from log.place join log.leaf using (id)
                        where leaf_index >= ? and leaf_index < ? and content is not null
                        """)
                .params(from, from + count)
                .query(
                        row -> {
                            kept.put(
                                    row.getLong(1), new Kept(row.getBytes(2), row.getBytes(3)));
                        });
        return kept;
    }
}
