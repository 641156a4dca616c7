package org.danaya.consultation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.danaya.base.Sha256;
import org.danaya.consultation.TextVersion.Said;
import org.danaya.text.akn.AknReader;
import org.danaya.text.akn.AknWriter;
import org.danaya.text.akn.Element;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.FlowReader;
import org.danaya.text.flow.Line;

/**
 * A text, read.
 *
 * @param root its tree
 * @param flow its lines
 */
public record ParsedText(Element root, Flow flow) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    static ParsedText of(byte[] akn) {
        return of(AknReader.read(akn));
    }

    static ParsedText of(Element root) {
        return new ParsedText(root, FlowReader.read(root));
    }

    byte[] akn() {
        return AknWriter.write(root);
    }

    /** What is said of it without showing it. */
    Said said(byte[] akn) {
        return new Said(
                Sha256.hexOf(akn),
                (int) WORD.matcher(flow.words()).results().count(),
                (int) flow.lines().filter(line -> !line.opens().isEmpty()).count());
    }

    /** The line that opens a part. */
    public Optional<Line> opening(String wId) {
        return flow.lines()
                .filter(line -> !line.opens().isEmpty() && line.place().wId().equals(wId))
                .findFirst();
    }
}
