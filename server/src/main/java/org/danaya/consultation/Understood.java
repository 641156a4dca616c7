package org.danaya.consultation;

import java.util.List;
import java.util.UUID;
import org.danaya.text.file.TextFile;
import org.danaya.text.flow.Flow;

/**
 * A file as it was understood, before anybody said that this is right.
 *
 * @param id by which it is taken
 * @param name of the file, to show
 * @param form the code of a {@link org.danaya.text.file.TextForm}
 * @param sha256 of the file, in hexadecimal
 * @param flow its lines
 * @param remarks what was left out or guessed
 */
public record Understood(
        UUID id,
        String name,
        String form,
        String sha256,
        Flow flow,
        List<TextFile.Remark> remarks) {

    /** Keeps a copy. */
    public Understood {
        remarks = List.copyOf(remarks);
    }
}
