package org.danaya.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.base.SearchText;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consultation.dossier}. */
final class DossierTable {

    private final JdbcClient sql;

    DossierTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Dossier dossier) {
        sql.sql(
                        """
                        insert into consultation.dossier (id, slug, kind, title_fr, title_en, language,
                            structure, structure_name, identifier, opened_by, opened_at, search)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Arrays.asList(
                                dossier.id(),
                                dossier.slug(),
                                dossier.kind().code(),
                                dossier.title(),
                                dossier.english().orElse(null),
                                dossier.language(),
                                dossier.lead().structure(),
                                dossier.lead().name(),
                                dossier.lead().identifier(),
                                dossier.openedBy(),
                                Moments.column(dossier.openedAt()),
                                SearchText.of(
                                        dossier.title(),
                                        dossier.english().orElse(""),
                                        dossier.slug(),
                                        dossier.lead().name(),
                                        dossier.lead().identifier())))
                .update();
    }

    Optional<Dossier> find(UUID id) {
        return sql.sql("select * from consultation.dossier where id = ?")
                .param(id)
                .query(DossierTable::row)
                .optional();
    }

    Optional<Dossier> bySlug(String slug) {
        return sql.sql("select * from consultation.dossier where slug = ?")
                .param(slug)
                .query(DossierTable::row)
                .optional();
    }

    /** A search as SQL: our own words alone; what was typed is in the parameters. */
    private static Map<String, Object> conditions(DossierSearch search, List<String> all) {
        Map<String, Object> given = new HashMap<>();
        List<String> patterns = SearchText.patterns(search.text().strip());
        for (int at = 0; at < patterns.size(); at++) {
            all.add("search like :word" + at);
            given.put("word" + at, patterns.get(at));
        }
        search.kind()
                .ifPresent(
                        kind -> {
                            all.add("kind = :kind");
                            given.put("kind", kind.code());
                        });
        if (search.reach() instanceof Reach.Structures(var ids)) {
            all.add("structure = any (:reach)");
            given.put("reach", ids.toArray(UUID[]::new));
        }
        return given;
    }

    List<Dossier> list(DossierSearch search, String orderBy, long skipped, int most) {
        List<String> all = new ArrayList<>(List.of("true"));
        Map<String, Object> given = conditions(search, all);
        return sql.sql(
                        "select * from consultation.dossier where "
                                + String.join(" and ", all)
                                + " order by "
                                + (orderBy.isEmpty() ? DossierSearch.BY_TIME + " desc" : orderBy)
                                + ", id limit :most offset :skipped")
                .params(given)
                .param("most", most)
                .param("skipped", skipped)
                .query(DossierTable::row)
                .list();
    }

    int count(DossierSearch search) {
        List<String> all = new ArrayList<>(List.of("true"));
        Map<String, Object> given = conditions(search, all);
        return sql.sql(
                        "select count(*) from consultation.dossier where "
                                + String.join(" and ", all))
                .params(given)
                .query(Integer.class)
                .single();
    }

    /** Those of which something is published, what was adopted last first. */
    List<Dossier> published(long skipped, int most) {
        return sql.sql(
                        """
                        select d.* from consultation.dossier d join
                            (select v.dossier, max(a.day) as day from consultation.version v
                            left join lateral (select day from consultation.adoption
                                where version = v.id order by place desc limit 1) a on true
                            where v.state = 'published' group by v.dossier) p on p.dossier = d.id
                        order by p.day desc nulls last, d.id limit ? offset ?
                        """)
                .params(most, skipped)
                .query(DossierTable::row)
                .list();
    }

    int countPublished() {
        return sql.sql(
                        """
                        select count(distinct dossier) from consultation.version
                        where state = 'published'
                        """)
                .query(Integer.class)
                .single();
    }

    private static Dossier row(ResultSet row, int number) throws SQLException {
        return new Dossier(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                TextKind.of(row.getString("kind")),
                row.getString("title_fr"),
                Optional.ofNullable(row.getString("title_en")),
                row.getString("language"),
                new Dossier.Lead(
                        row.getObject("structure", UUID.class),
                        row.getString("structure_name"),
                        row.getString("identifier")),
                row.getObject("opened_by", UUID.class),
                Moments.of(row, "opened_at"));
    }
}
