package org.danaya.consultation;

import java.util.List;
import java.util.UUID;
import org.danaya.text.flow.Flow;

/**
 * A file as it was understood, before anybody said that this is right.
 *
 * @param id by which it is taken
 * @param name of the file, to show
 * @param form {@code akn}, {@code docx}, {@code markdown}
 * @param sha256 of the file, in hexadecimal
 * @param flow its lines
 * @param remarks what was left out or guessed
 */
public record Understood(
        UUID id, String name, String form, String sha256, Flow flow, List<Remark> remarks) {

    /** Keeps a copy. */
    public Understood {
        remarks = List.copyOf(remarks);
    }

    /**
     * Something that whoever sent a file should know.
     *
     * @param code stable; words under {@code consultation.remark.CODE}
     * @param count how often
     */
    public record Remark(String code, int count) {}
}
