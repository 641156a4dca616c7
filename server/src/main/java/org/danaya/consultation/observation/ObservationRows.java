package org.danaya.consultation.observation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.danaya.consultation.observation.Observation.Head;
import org.danaya.consultation.observation.Observation.Said;
import org.danaya.consultation.observation.Observation.Words;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.RowMapper;

/** Observations from rows; words that somebody may not read aren't taken along. */
final class ObservationRows implements RowMapper<Observation> {

    private final Sight sight;

    ObservationRows(Sight sight) {
        this.sight = sight;
    }

    @Override
    public Observation mapRow(ResultSet row, int index) throws SQLException {
        Head head =
                new Head(
                        row.getObject("id", UUID.class),
                        row.getObject("referral", UUID.class),
                        row.getObject("version", UUID.class),
                        ReferralTable.structure(row),
                        row.getObject("author", UUID.class),
                        Moments.of(row, "created_at"));
        Said said = said(row);
        String state = row.getString("state");
        return switch (state) {
            case "draft" ->
                    new Observation.Draft(
                            head,
                            said,
                            row.getInt("revision"),
                            row.getObject("changed_by", UUID.class),
                            Moments.of(row, "changed_at"),
                            Optional.ofNullable(row.getString("row_name")));
            case "withdrawn" ->
                    new Observation.Withdrawn(
                            head,
                            said,
                            row.getObject("changed_by", UUID.class),
                            Moments.of(row, "changed_at"));
            case "submitted" ->
                    new Observation.Submitted(
                            head,
                            said,
                            row.getInt("number"),
                            row.getObject("batch", UUID.class),
                            Receipt.of(row.getString("receipt")),
                            Moments.of(row, "submitted_at"));
            default -> throw new IllegalStateException(state);
        };
    }

    private Said said(ResultSet row) throws SQLException {
        boolean confidential = row.getBoolean("confidential");
        boolean told =
                !confidential
                        || sight.tells(
                                row.getObject("structure", UUID.class),
                                row.getObject("lead", UUID.class));
        return new Said(
                ObservationKind.of(row.getString("kind")),
                told ? anchor(row) : masked(anchor(row)),
                confidential,
                told
                        ? Optional.of(
                                new Words(
                                        row.getString("comment"),
                                        Optional.ofNullable(row.getString("proposal")),
                                        Optional.ofNullable(row.getString("legal_basis"))))
                        : Optional.empty());
    }

    /** The words that it is about would tell much of what it says. */
    private static Anchor masked(Anchor anchor) {
        return anchor instanceof Anchor.OnSpan span
                ? new Anchor.OnPart(span.wId(), span.label())
                : anchor;
    }

    private static Anchor anchor(ResultSet row) throws SQLException {
        String label = row.getString("label");
        String kind = row.getString("anchor");
        return switch (kind) {
            case "whole" -> new Anchor.Whole();
            case "unplaced" -> new Anchor.Unplaced(label);
            case "part" -> new Anchor.OnPart(row.getString("wid"), label);
            case "span" ->
                    new Anchor.OnSpan(
                            row.getString("wid"),
                            label,
                            row.getInt("line"),
                            row.getInt("starts"),
                            row.getInt("ends"),
                            row.getString("quote"),
                            row.getString("prefix"),
                            row.getString("suffix"));
            default -> throw new IllegalStateException(kind);
        };
    }
}
