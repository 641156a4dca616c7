package org.danaya.text.markdown;

import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** What was typed, where it stands, and what is remarked of it. */
final class Source {

    private static final int SHOWN = 80;

    private final List<String> lines;
    private final List<Remark> remarks;

    Source(List<String> lines, List<Remark> remarks) {
        this.lines = lines;
        this.remarks = remarks;
    }

    void remark(Remark.Kind kind, Node node, String typed) {
        List<SourceSpan> spans = node.getSourceSpans();
        int line = spans.isEmpty() ? 0 : spans.getFirst().getLineIndex() + 1;
        int end = Math.min(typed.length(), SHOWN);
        remarks.add(new Remark(kind, line, typed.substring(0, end)));
    }

    /** What was typed from where a node begins to the end of that line. */
    String from(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return "";
        }
        SourceSpan first = spans.getFirst();
        if (first.getLineIndex() >= lines.size()) {
            return "";
        }
        String line = lines.get(first.getLineIndex());
        return line.substring(Math.min(first.getColumnIndex(), line.length()));
    }

    /** The last line of a block, as it was typed. */
    String last(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return "";
        }
        SourceSpan last = spans.getLast();
        String line = last.getLineIndex() < lines.size() ? lines.get(last.getLineIndex()) : "";
        return line.substring(Math.min(last.getColumnIndex(), line.length()));
    }
}
