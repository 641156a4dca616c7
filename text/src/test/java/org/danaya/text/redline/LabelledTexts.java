package org.danaya.text.redline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.danaya.text.akn.Corpus;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.FlowReader;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;

/**
 * Texts of the corpus's sentences and what becomes of them by operations that are known, so that it
 * is known too which part is which: a part's label stands where its eId would, which nothing that
 * aligns looks at.
 */
final class LabelledTexts {

    /** A part: an article, or a point of one. */
    private static final class Part {
        String label;
        List<String> words;
        final List<Part> parts = new ArrayList<>();

        Part(String label, List<String> words) {
            this.label = label;
            this.words = words;
        }
    }

    /** Two versions, and of each part of the later one the label of that which it was. */
    record Pair(Flow before, Flow after) {}

    private final Random random;
    private final List<List<String>> sentences = new ArrayList<>();
    private final boolean bare;
    private int labels;
    private int taken;

    /** From a seed; articles without headings of their own where {@code bare}. */
    LabelledTexts(long seed, boolean bare) {
        this.random = new Random(seed);
        this.bare = bare;
        Corpus.documents().stream()
                .map(Corpus::read)
                .flatMap(root -> FlowReader.read(root).lines())
                .map(line -> Arrays.asList(line.text().replace('\n', ' ').split(" +", -1)))
                .filter(words -> words.size() >= 8 && words.size() <= 120)
                .forEach(sentences::add);
        Collections.shuffle(sentences, random);
    }

    /** A text of so many articles, and what became of it. */
    Pair pair(int articles, int operations) {
        List<Part> text = new ArrayList<>();
        for (int at = 0; at < articles; at++) {
            text.add(article());
        }
        Flow before = flow(text);
        for (int at = 0; at < operations; at++) {
            operate(text);
        }
        return new Pair(before, flow(text));
    }

    private Part article() {
        Part article = new Part("l" + labels++, sentence());
        int points = random.nextInt(3) == 0 ? 2 + random.nextInt(4) : 0;
        for (int at = 0; at < points; at++) {
            article.parts.add(new Part("l" + labels++, sentence()));
        }
        return article;
    }

    private List<String> sentence() {
        return new ArrayList<>(sentences.get(taken++ % sentences.size()));
    }

    private void operate(List<Part> text) {
        int at = random.nextInt(text.size());
        Part article = text.get(at);
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> edit(article);
            case 3 -> article.parts.stream().findAny().ifPresent(this::edit);
            case 4 -> text.add(random.nextInt(text.size()), text.remove(at));
            case 5 -> text.add(at, article());
            case 6 -> text.remove(at);
            case 7 -> movePoint(text, article);
            case 8 -> split(text, at, article);
            default -> merge(text, at, article);
        }
    }

    /** Up to a third of its words become others, are dropped or get another beside them. */
    private void edit(Part part) {
        List<String> other = sentences.get(random.nextInt(sentences.size()));
        int edits = 1 + random.nextInt(1 + part.words.size() / 3);
        for (int edit = 0; edit < edits && part.words.size() > 4; edit++) {
            int at = random.nextInt(part.words.size());
            String word = other.get(random.nextInt(other.size()));
            switch (random.nextInt(3)) {
                case 0 -> part.words.set(at, word);
                case 1 -> part.words.add(at, word);
                default -> part.words.remove(at);
            }
        }
    }

    private void movePoint(List<Part> text, Part article) {
        if (!article.parts.isEmpty()) {
            Part point = article.parts.remove(random.nextInt(article.parts.size()));
            Part target = text.get(random.nextInt(text.size()));
            target.parts.add(random.nextInt(target.parts.size() + 1), point);
        }
    }

    /** The larger half stays the part; the other is new, split from it. */
    private void split(List<Part> text, int at, Part article) {
        int size = article.words.size();
        if (size >= 24 && article.parts.isEmpty()) {
            int cut = size / 2 + 2 + random.nextInt(size / 6);
            Part half =
                    new Part(
                            "split:" + article.label,
                            new ArrayList<>(article.words.subList(cut, size)));
            article.words = new ArrayList<>(article.words.subList(0, cut));
            text.add(at + 1, half);
        }
    }

    /** The one with more words goes on, with the other's words. */
    private void merge(List<Part> text, int at, Part article) {
        if (at + 1 < text.size() && article.parts.isEmpty() && text.get(at + 1).parts.isEmpty()) {
            Part next = text.remove(at + 1);
            if (next.words.size() > article.words.size()) {
                article.label = next.label;
            }
            List<String> both = new ArrayList<>(article.words);
            both.addAll(next.words);
            article.words = both;
        }
    }

    private Flow flow(List<Part> text) {
        List<Block> blocks = new ArrayList<>();
        int number = 0;
        for (Part article : text) {
            number++;
            Place place = new Place("article", article.label, "");
            String num = "Article " + number;
            if (bare) {
                blocks.add(new Line(place, "article", Role.HEADING, 1, num, List.of()));
                blocks.add(new Line(place, "", Role.BODY, 0, "", inlines(article.words)));
            } else {
                blocks.add(
                        new Line(
                                place,
                                "article",
                                Role.HEADING,
                                1,
                                num,
                                inlines(article.words.subList(0, 4))));
                blocks.add(
                        new Line(
                                place,
                                "",
                                Role.BODY,
                                0,
                                "",
                                inlines(article.words.subList(4, article.words.size()))));
            }
            char letter = 'a';
            for (Part point : article.parts) {
                blocks.add(
                        new Line(
                                new Place("point", point.label, ""),
                                "point",
                                Role.BODY,
                                1,
                                letter++ + ")",
                                inlines(point.words)));
            }
        }
        return new Flow("", "", blocks);
    }

    private static List<Inline> inlines(List<String> words) {
        String text = String.join(" ", words).strip();
        return text.isEmpty() ? List.of() : List.of(Run.of(text));
    }

    /** How many of the parts of either version were aligned rightly, and how many there are. */
    static int[] judged(Pair pair, Redline redline) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Change change : redline.changes()) {
            switch (change) {
                case Change.Kept kept -> found(kept, found);
                case Change.MovedTo moved -> found(moved.line(), found);
                case Change.Inserted _, Change.Deleted _, Change.MovedFrom _, Change.Table _ -> {}
            }
        }
        int right = 0;
        int all = 0;
        List<String> old = opened(pair.before());
        for (String label : opened(pair.after())) {
            all++;
            String expected = old.contains(label) ? label : "";
            right += found.getOrDefault(label, "").equals(expected) ? 1 : 0;
        }
        return new int[] {right, all};
    }

    private static void found(Change.Kept kept, Map<String, String> found) {
        if (!kept.after().opens().isEmpty()) {
            found.put(kept.after().place().eId(), kept.before().place().eId());
        }
    }

    private static List<String> opened(Flow flow) {
        return flow.lines()
                .filter(line -> !line.opens().isEmpty())
                .map(line -> line.place().eId())
                .toList();
    }
}
