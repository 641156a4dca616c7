package org.danaya.consultation.observation.form;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.danaya.base.SearchText;
import org.danaya.base.Sha256;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.ObservationKind;

/**
 * A row of a form that says something.
 *
 * @param sheet where it stands
 * @param number of the row in it, from 1
 */
record FormRow(
        String sheet,
        int number,
        String member,
        String line,
        String clause,
        String paragraph,
        String type,
        String comment,
        String proposal,
        String basis,
        boolean confidential) {

    private static final int LONGEST_BESIDE = 2_000;

    /** Whether what stands beside its words is longer than any form has it. */
    boolean isLongBeside() {
        return Stream.of(member, line, clause, paragraph, type)
                .anyMatch(each -> each.length() > LONGEST_BESIDE);
    }

    /** What makes it the same row, whatever its place in a file: who says it doesn't. */
    String sha256() {
        String all =
                String.join(
                        "\u0000",
                        List.of(clause, paragraph, line, kind().code(), comment, proposal, basis));
        return Sha256.hexOf(all.replaceAll("[\\s\\u00a0]+", " ").getBytes(StandardCharsets.UTF_8));
    }

    /** Where it stood, for people. */
    String name() {
        String where = (sheet.isEmpty() ? "" : sheet + ", ") + number;
        return said().isEmpty() ? where : where + " (" + said() + ")";
    }

    /** The place that it names, as it says it. */
    String said() {
        String said =
                String.join(
                                ", ",
                                List.of(clause, paragraph, line.isEmpty() ? "" : "l. " + line)
                                        .stream()
                                        .filter(each -> !each.isBlank())
                                        .toList())
                        .replaceAll("\\s+", " ");
        return said.length() <= Anchor.LONGEST_LABEL
                ? said
                : said.substring(0, Anchor.LONGEST_LABEL - 1) + "…";
    }

    /** Its kind; what says none is technical where it names a place, and general otherwise. */
    ObservationKind kind() {
        return saidKind()
                .orElse(said().isEmpty() ? ObservationKind.GENERAL : ObservationKind.TECHNICAL);
    }

    /** The kind that it says itself. */
    Optional<ObservationKind> saidKind() {
        String plain = SearchText.plain(type);
        if (plain.startsWith("ge") || plain.equals("g")) {
            return Optional.of(ObservationKind.GENERAL);
        }
        if (plain.startsWith("ed") || plain.startsWith("red") || plain.startsWith("form")) {
            return Optional.of(ObservationKind.EDITORIAL);
        }
        if (plain.startsWith("te") || plain.equals("t") || plain.startsWith("fond")) {
            return Optional.of(ObservationKind.TECHNICAL);
        }
        return Optional.empty();
    }
}
