package org.danaya.consultation.observation.form;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Observation;

/**
 * A form as it was understood, before anybody said that this is right.
 *
 * @param id by which it is taken
 * @param name of the file, to show
 * @param rows those that say something
 * @param left those that no observation is made of, each with the reason
 * @param otherVersion the number of the version that the form says it was made for, where it is
 *     another; 0 where nobody knows which
 */
public record FormPreview(
        UUID id, String name, List<Planned> rows, List<Left> left, Optional<Integer> otherVersion) {

    /** Keeps copies. */
    public FormPreview {
        rows = List.copyOf(rows);
        left = List.copyOf(left);
    }

    /**
     * A row that says something.
     *
     * @param place where it stood, for people
     * @param before whether the list has it already
     * @param supplied whether its kind isn't the row's own, which says none
     */
    public record Planned(
            String place, Observation.Said said, String sha256, boolean before, boolean supplied) {

        /** Whether its place in the text wasn't found. */
        public boolean unplaced() {
            return said.anchor() instanceof Anchor.Unplaced;
        }
    }

    /**
     * A row that no observation is made of.
     *
     * @param reason its stable code; words under {@code observation.left.CODE}
     */
    public record Left(String place, String reason, String words) {}

    /** The key of what is said of them all, with how many are added, wait, and were there. */
    public String sentence() {
        String key = "observation.preview.count";
        return rows.isEmpty() ? key + ".none" : added() == 0 ? key + ".before" : key;
    }

    /** How many would be added. */
    public long added() {
        return rows.stream().filter(row -> !row.before()).count();
    }

    /** How many of those wait for their place. */
    public long unplaced() {
        return rows.stream().filter(row -> !row.before() && row.unplaced()).count();
    }

    /** How many the list has already. */
    public long before() {
        return rows.size() - added();
    }
}
