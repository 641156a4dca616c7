package org.danaya.saved;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.form.SavedQueries.Saved;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The saved views of everybody. */
@Repository
class SavedTable {

    private final JdbcClient jdbc;

    SavedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Saved> of(UUID account, String path) {
        return jdbc.sql(
                        """
                        select id, name, path || query from saved.view
                        where account = ? and path = ? order by lower(name), id
                        """)
                .params(account, path)
                .query(
                        (row, _) ->
                                new Saved(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3)))
                .list();
    }

    int count(UUID account) {
        return jdbc.sql("select count(*) from saved.view where account = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    void put(UUID id, UUID account, String path, String name, String query) {
        jdbc.sql(
                        """
                        insert into saved.view (id, account, path, name, query)
                        values (?, ?, ?, ?, ?)
                        on conflict (account, path, name) do update set query = excluded.query
                        """)
                .params(id, account, path, name, query)
                .update();
    }

    void deleteAll(UUID account) {
        jdbc.sql("delete from saved.view where account = ?").param(account).update();
    }

    /** Deletes one, whose page it tells; nothing where the account has none of this id. */
    Optional<String> delete(UUID id, UUID account) {
        return jdbc.sql("delete from saved.view where id = ? and account = ? returning path")
                .params(id, account)
                .query((row, _) -> row.getString(1))
                .optional();
    }
}
