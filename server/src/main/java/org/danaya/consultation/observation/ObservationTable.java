package org.danaya.consultation.observation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.SearchText;
import org.danaya.consultation.observation.Observation.Said;
import org.danaya.consultation.observation.Observation.Words;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code consultation.observation}. */
final class ObservationTable {

    private static final String FROM =
            """
            from consultation.observation o
            join consultation.referral r on r.id = o.referral
            join consultation.version v on v.id = o.version
            join consultation.dossier d on d.id = v.dossier
            """;

    private static final String SELECT =
            "select o.*, r.structure_name, r.identifier, d.structure as lead\n" + FROM;

    /** What {@link #said} tells, in order. */
    private static final List<String> SAID =
            List.of(
                    "kind",
                    "anchor",
                    "label",
                    "wid",
                    "line",
                    "starts",
                    "ends",
                    "quote",
                    "prefix",
                    "suffix",
                    "confidential",
                    "comment",
                    "proposal",
                    "basis");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    ObservationTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Inserts a draft at the end of its structure's list. */
    void insert(Observation.Draft draft) {
        Observation.Head head = draft.head();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(head.id());
        values.add(head.referral());
        values.add(head.version());
        values.add(head.structure().id());
        values.add(head.author());
        values.add(Moments.column(head.createdAt()));
        values.add(draft.changedBy());
        values.add(Moments.column(draft.changedAt()));
        values.addAll(said(draft.said()));
        values.add(search(draft));
        values.add(head.referral());
        sql.sql(
                        """
                        insert into consultation.observation (id, referral, version, structure,
                            author, created_at, changed_by, changed_at, kind, anchor, label, wid,
                            line, starts, ends, quote, prefix, suffix, confidential, comment,
                            proposal, legal_basis, search, place)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                            coalesce(max(place), 0) + 1
                        from consultation.observation where referral = ?
                        """)
                .params(values)
                .update();
    }

    /**
     * Inserts drafts from rows of forms at the end of their list, in one statement; rows that it
     * has already stay as they are.
     *
     * @param drafts by the hashes of their rows, in hexadecimal
     * @return how many were inserted
     */
    int insert(UUID referral, Map<String, Observation.Draft> drafts) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        drafts.forEach((hash, draft) -> rows.add(row(rows.size() + 1, hash, draft)));
        return sql.sql(
                        """
                        insert into consultation.observation (id, referral, version, structure,
                            author, created_at, changed_by, changed_at, row_hash, row_name,
                            kind, anchor, label, wid, line, starts, ends, quote, prefix, suffix,
                            confidential, comment, proposal, legal_basis, search, place)
                        select x.id, x.referral, x.version, x.structure, x.author, x.made, x.author,
                            x.made, decode(x.hash, 'hex'), x.name, x.kind, x.anchor, x.label, x.wid,
                            x.line, x.starts, x.ends, x.quote, x.prefix, x.suffix, x.confidential,
                            x.comment, x.proposal, x.basis, x.search, has.place + x.place
                        from jsonb_to_recordset(cast(? as jsonb)) as x (id uuid, referral uuid,
                            version uuid, structure uuid, author uuid, made timestamptz, hash text,
                            name text, kind text, anchor text, label text, wid text, line integer,
                            starts integer, ends integer, quote text, prefix text, suffix text,
                            confidential boolean, comment text, proposal text, basis text,
                            search text, place integer),
                            (select coalesce(max(place), 0) as place
                            from consultation.observation where referral = ?) has
                        order by x.place
                        on conflict (referral, row_hash) do nothing
                        """)
                .params(JSON.writeValueAsString(rows), referral)
                .update();
    }

    private static Map<String, @Nullable Object> row(
            int place, String hash, Observation.Draft draft) {
        Observation.Head head = draft.head();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", head.id());
        row.put("referral", head.referral());
        row.put("version", head.version());
        row.put("structure", head.structure().id());
        row.put("author", head.author());
        row.put("made", head.createdAt().toString());
        row.put("hash", hash);
        row.put("name", draft.row().orElse(null));
        List<@Nullable Object> said = said(draft.said());
        for (int at = 0; at < SAID.size(); at++) {
            row.put(SAID.get(at), said.get(at));
        }
        row.put("search", search(draft));
        row.put("place", place);
        return row;
    }

    /** Writes what a draft that is locked says now. */
    void change(Observation.Draft draft) {
        List<@Nullable Object> values = new ArrayList<>(said(draft.said()));
        values.add(search(draft));
        values.add(draft.revision());
        values.add(draft.changedBy());
        values.add(Moments.column(draft.changedAt()));
        values.add(draft.id());
        sql.sql(
                        """
                        update consultation.observation set kind = ?, anchor = ?, label = ?, wid = ?,
                            line = ?, starts = ?, ends = ?, quote = ?, prefix = ?, suffix = ?,
                            confidential = ?, comment = ?, proposal = ?, legal_basis = ?, search = ?,
                            revision = ?, changed_by = ?, changed_at = ?
                        where id = ?
                        """)
                .params(values)
                .update();
    }

    void withdraw(Observation.Withdrawn withdrawn) {
        sql.sql(
                        """
                        update consultation.observation set state = 'withdrawn',
                            revision = revision + 1, changed_by = ?, changed_at = ?
                        where id = ?
                        """)
                .params(withdrawn.by(), Moments.column(withdrawn.since()), withdrawn.id())
                .update();
    }

    /** Puts a draft at another place of its list, which is free. */
    void move(UUID id, int place) {
        sql.sql("update consultation.observation set place = ? where id = ?")
                .params(place, id)
                .update();
    }

    /** Submits all drafts of a referral, numbered on from what its version has, in their order. */
    int submit(Batch batch, UUID version) {
        return sql.sql(
                        """
                        update consultation.observation o set state = 'submitted', number = n.number,
                            batch = :batch, receipt = :receipt, submitted_at = :at
                        from (select id, (select coalesce(max(number), 0)
                                from consultation.observation where version = :version)
                                + row_number() over (order by place, id) as number
                            from consultation.observation
                            where referral = :referral and state = 'draft') n
                        where o.id = n.id
                        """)
                .param("batch", batch.id())
                .param("receipt", batch.receipt().code())
                .param("at", Moments.column(batch.at()))
                .param("version", version)
                .param("referral", batch.referral())
                .update();
    }

    Optional<Observation> find(UUID id, Sight sight) {
        return sql.sql(SELECT + " where o.id = ?")
                .param(id)
                .query(new ObservationRows(sight))
                .optional();
    }

    /** One that nobody else changes until the transaction ends. */
    Optional<Observation> lock(UUID id) {
        return sql.sql(SELECT + " where o.id = ? for update of o")
                .param(id)
                .query(new ObservationRows(Sight.ALL))
                .optional();
    }

    /** The drafts of a referral, in the order of its structure's list. */
    List<Observation.Draft> drafts(UUID referral) {
        return sql
                .sql(SELECT + " where o.referral = ? and o.state = 'draft' order by place, o.id")
                .param(referral)
                .query(new ObservationRows(Sight.ALL))
                .list()
                .stream()
                .map(Observation.Draft.class::cast)
                .toList();
    }

    /** The rows of forms that a referral has already, by their hashes in hexadecimal. */
    Set<String> rows(UUID referral) {
        return new HashSet<>(
                sql.sql(
                                """
                                select encode(row_hash, 'hex') from consultation.observation
                                where referral = ? and row_hash is not null
                                """)
                        .param(referral)
                        .query(String.class)
                        .list());
    }

    private static Conditions conditions(ObservationSearch search, Sight sight) {
        return new Conditions(search.version())
                .with("o.structure", "structure", search.structure())
                .with("o.kind", "kind", search.kind().map(ObservationKind::code))
                .with("o.wid", "part", search.part())
                .with("o.confidential", "confidential", search.confidential())
                .with("o.receipt", "receipt", search.receipt().map(Receipt::code))
                .saying(search.text(), sight);
    }

    List<Observation.Submitted> list(
            ObservationSearch search, Sight sight, String orderBy, long skipped, int most) {
        Conditions conditions = conditions(search, sight);
        return sql
                .sql(
                        SELECT
                                + conditions.where()
                                + " order by "
                                + (orderBy.isEmpty() ? ObservationSearch.BY_NUMBER : orderBy)
                                + ", o.number limit :most offset :skipped")
                .params(conditions.given())
                .param("most", most)
                .param("skipped", skipped)
                .query(new ObservationRows(sight))
                .list()
                .stream()
                .map(Observation.Submitted.class::cast)
                .toList();
    }

    int count(ObservationSearch search, Sight sight) {
        Conditions conditions = conditions(search, sight);
        return sql.sql("select count(*) " + FROM + conditions.where())
                .params(conditions.given())
                .query(Integer.class)
                .single();
    }

    /** How many were submitted, for each referral of a version that has any. */
    Map<UUID, Integer> counts(UUID version) {
        Map<UUID, Integer> counts = new HashMap<>();
        sql.sql(
                        """
                        select referral, count(*) from consultation.observation
                        where version = ? and state = 'submitted' group by referral
                        """)
                .param(version)
                .query(
                        row -> {
                            counts.put(row.getObject(1, UUID.class), row.getInt(2));
                        });
        return counts;
    }

    private static List<@Nullable Object> said(Said said) {
        Anchor anchor = said.anchor();
        Words words = said.words().orElseThrow();
        Anchor.@Nullable OnSpan span = anchor instanceof Anchor.OnSpan found ? found : null;
        return Arrays.asList(
                said.kind().code(),
                anchor.code(),
                anchor.label(),
                switch (anchor) {
                    case Anchor.OnPart part -> part.wId();
                    case Anchor.OnSpan on -> on.wId();
                    case Anchor.Whole _, Anchor.Unplaced _ -> null;
                },
                span == null ? null : span.line(),
                span == null ? null : span.start(),
                span == null ? null : span.end(),
                span == null ? null : span.quote(),
                span == null ? null : span.prefix(),
                span == null ? null : span.suffix(),
                said.confidential(),
                words.comment(),
                words.proposal().orElse(null),
                words.legalBasis().orElse(null));
    }

    private static String search(Observation.Draft draft) {
        Words words = draft.said().words().orElseThrow();
        return SearchText.of(
                draft.head().structure().name(),
                draft.head().structure().identifier(),
                draft.said().anchor().label(),
                draft.said().anchor() instanceof Anchor.OnSpan span ? span.quote() : "",
                words.comment(),
                words.proposal().orElse(""),
                words.legalBasis().orElse(""));
    }
}
