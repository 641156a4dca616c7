package org.danaya.text.docx;

import java.util.List;
import org.danaya.text.flow.Flow;

/**
 * What was read from a Word file.
 *
 * @param flow its text
 * @param remarks what its reader should know, in the order of their codes; empty for a file that
 *     {@link DocxWriter} wrote
 */
public record Docx(Flow flow, List<Remark> remarks) {

    /** Copied. */
    public Docx {
        remarks = List.copyOf(remarks);
    }

    /** How often something was remarked. */
    public int count(String code) {
        return remarks.stream()
                .filter(remark -> remark.code().equals(code))
                .mapToInt(Remark::count)
                .sum();
    }
}
