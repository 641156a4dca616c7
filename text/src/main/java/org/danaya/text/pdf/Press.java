package org.danaya.text.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.danaya.text.form.Footnotes;

/** Prints a book. */
final class Press {

    /** Headings keep no more than this of what follows on their page. */
    private static final float KEPT = 160;

    private final Book book;
    private final Imprint imprint;
    private final Binder binder;
    private final LineSetter lines;
    private final TableSetter tables;
    private final Letters.Case letters;
    private final Pages pages;
    private final List<Heading> headings = new ArrayList<>();

    private Press(Book book, Imprint imprint, PDDocument document) {
        this.book = book;
        this.imprint = imprint;
        this.letters = new Letters.Case(document);
        this.binder = new Binder(document, letters, imprint);
        this.lines = new LineSetter(letters, this::note);
        this.tables = new TableSetter(lines);
        this.pages = new Pages(imprint.sheet());
    }

    static byte[] print(Book book, Imprint imprint) {
        try (PDDocument document = new PDDocument()) {
            document.setVersion(1.7f);
            document.setDocumentId(id(book, imprint));
            Metadata.write(document, book.title(), book.language(), imprint);
            new Press(book, imprint, document).print(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the words, the title and the date; otherwise it would be that of the hour. */
    private static long id(Book book, Imprint imprint) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(book.title().getBytes(StandardCharsets.UTF_8));
            digest.update(imprint.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(book.parts().toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void print(PDDocument document) throws IOException {
        boolean several = book.parts().stream().filter(Press::heads).count() > 2;
        Contents contents = null;
        if (imprint.contents() && several) {
            contents = new Contents(lines, letters, imprint, binder.top(), book.language());
        }
        place();
        List<Leaf> leaves = new ArrayList<>();
        if (contents != null) {
            leaves.addAll(contents.set(headings, pages.spots()));
        }
        Map<String, Pages.Spot> spots = new HashMap<>();
        int before = leaves.size();
        pages.spots()
                .forEach((name, at) -> spots.put(name, new Pages.Spot(at.page() + before, at.y())));
        leaves.addAll(pages.leaves());
        binder.paint(leaves, spots);
        binder.bind();
        Bookmarks.write(document, headings, spots);
    }

    private static boolean heads(Part part) {
        return part instanceof Part.Para para && para.depth() > 0;
    }

    /** Sets everything, and puts it on pages. */
    private void place() {
        List<Runnable> placing = new ArrayList<>();
        float[] beginnings = new float[book.parts().size() + 1];
        boolean[] keeps = new boolean[beginnings.length];
        for (int i = 0; i < book.parts().size(); i++) {
            int at = i;
            switch (book.parts().get(i)) {
                case Part.Para para -> {
                    List<SetLine> set = lines.set(para, pages.width(), binder.top());
                    if (set.isEmpty()) {
                        keeps[i] = true;
                        continue;
                    }
                    Part.Shape shape = para.shape();
                    keeps[i] = shape.keep();
                    float all = shape.before() + SetLine.height(set) + shape.after();
                    float first = SetLine.height(set.subList(0, Math.min(2, set.size())));
                    beginnings[i] = keeps[i] ? all : first;
                    if (para.depth() > 0) {
                        headings.add(
                                new Heading(para.depth(), para.words(), Paragraphs.bookmark(para)));
                    }
                    placing.add(() -> pages.paragraph(set, shape, next(at, beginnings, keeps)));
                }
                case Part.Table table -> {
                    SetTable set = tables.set(table, pages.width(), binder.top());
                    beginnings[i] = Pages.beginning(set);
                    placing.add(() -> pages.table(set));
                }
            }
        }
        placing.forEach(Runnable::run);
        pages.finish();
    }

    /** How much of what follows has to stand on the same page. */
    private static float next(int at, float[] beginnings, boolean[] keeps) {
        float next = 0;
        int i = at;
        while (i + 1 < beginnings.length && keeps[i] && next < KEPT) {
            i++;
            next += beginnings[i];
        }
        return Math.min(next, KEPT);
    }

    private List<SetLine> note(Footnotes.Called called, Tag above) {
        Tag note = above.block("Note");
        binder.name("%06d".formatted(called.index()), note);
        List<SetLine> set = new ArrayList<>();
        for (Part.Para para : book.notes().apply(called)) {
            for (SetLine line : lines.set(para, pages.width(), note)) {
                set.add(
                        new SetLine(
                                line.fragments(),
                                line.height(),
                                line.baseline(),
                                line.names(),
                                List.of(),
                                line.marked()));
                set.addAll(line.notes());
            }
        }
        return set;
    }
}
