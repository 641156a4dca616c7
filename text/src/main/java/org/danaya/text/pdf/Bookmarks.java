package org.danaya.text.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** The headings beside the pages. */
final class Bookmarks {

    private Bookmarks() {}

    private record Open(int depth, PDOutlineNode node) {}

    static void write(PDDocument document, List<Heading> headings, Map<String, Pages.Spot> spots) {
        if (headings.isEmpty()) {
            return;
        }
        PDDocumentOutline outline = new PDDocumentOutline();
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(0, outline));
        for (Heading heading : headings) {
            Pages.Spot spot = spots.get(heading.name());
            if (spot == null) {
                continue;
            }
            while (open.element().depth() >= heading.depth()) {
                open.pop();
            }
            PDOutlineItem item = new PDOutlineItem(new COSDictionary());
            item.setTitle(heading.words());
            PDPageXYZDestination place = new PDPageXYZDestination();
            place.setPage(document.getPage(spot.page()));
            place.setTop(
                    (int) (document.getPage(spot.page()).getMediaBox().getHeight() - spot.y()));
            item.setDestination(place);
            open.element().node().addLast(item);
            open.push(new Open(heading.depth(), item));
        }
        document.getDocumentCatalog().setDocumentOutline(outline);
    }
}
