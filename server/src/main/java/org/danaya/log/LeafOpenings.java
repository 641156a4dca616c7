package org.danaya.log;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.danaya.verify.LeafEntry;
import org.danaya.verify.Parsed;
import org.danaya.verify.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads back what leaves commit to, for modules that compare it with their own records. Needs the
 * database alone, so that commands can use it too.
 */
public final class LeafOpenings {

    private final JdbcClient jdbc;

    /** Reads from this database. */
    public LeafOpenings(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    /**
     * The leaves of a kind, in the order of arrival, whose salt and content open them. One that was
     * erased, or whose salt or content was changed, isn't among them.
     */
    public List<OpenedLeaf> ofKind(String kind) {
        return jdbc
                .sql(
                        """
                        select reference, entry, salt, content from log.leaf
                        where kind = ? and salt is not null order by id
                        """)
                .param(kind)
                .query(
                        (row, _) ->
                                opened(
                                        kind,
                                        row.getString(1),
                                        row.getBytes(2),
                                        row.getBytes(3),
                                        row.getBytes(4)))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable OpenedLeaf opened(
            String kind, String reference, byte[] entry, byte[] salt, byte[] content) {
        if (LeafEntry.parse(entry) instanceof Parsed.Ok<LeafEntry>(LeafEntry leaf)
                && leaf.kind().equals(kind)
                && leaf.opens(salt, content) instanceof Verdict.Valid<LeafEntry>) {
            return OpenedLeaf.of(reference, content);
        }
        return null;
    }
}
