package org.danaya.people;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lies below structures in today's tree. */
@Component
public final class Subtrees {

    private final JdbcClient sql;

    Subtrees(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The structures themselves and all below them today, on every level. One that has ended stays
     * where it last was; what was below it has gone to another parent before.
     */
    public Set<UUID> of(Collection<UUID> roots) {
        Set<UUID> all = new HashSet<>(roots);
        all.addAll(
                sql.sql(
                                """
                                with recursive below (id) as (
                                    select unnest(cast(? as uuid[]))
                                    union
                                    select v.structure_id
                                    from people.structure_version v join below b on v.parent_id = b.id
                                    where v.superseded_at is null and not exists (
                                        select from people.structure_version later
                                        where later.structure_id = v.structure_id
                                        and later.superseded_at is null
                                        and later.valid_from > v.valid_from))
                                select id from below
                                """)
                        .param(roots.toArray(UUID[]::new))
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list());
        return all;
    }
}
