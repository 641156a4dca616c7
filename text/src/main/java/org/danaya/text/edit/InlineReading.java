package org.danaya.text.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Kind;
import org.danaya.text.akn.Node;
import org.danaya.text.akn.Words;

/**
 * Reads what is within a line. Signs that nothing answers are words. In time that grows with the
 * line alone.
 */
final class InlineReading {

    private static final Pattern NOTE =
            Pattern.compile("\\[\\^([\\p{L}\\p{N}*†‡]{0,9}):[ \\u00a0]?");
    private static final Pattern MARK = Pattern.compile("\\{([\\w.-]{1,60} [0-9a-f]{6})\\}");
    private static final Pattern HREF = Pattern.compile("\\(([^\\s()\\\\]{1,2000})\\)");
    private static final String BR = "<br>";
    private static final int DEEPEST = 24;

    /** Something that was begun: by what, and what came since. */
    private static final class Open {
        final String sign;
        final String tag;
        final List<Node> children = new ArrayList<>();
        final List<Element> paragraphs = new ArrayList<>();

        Open(String sign, String tag) {
            this.sign = sign;
            this.tag = tag;
        }
    }

    private final String line;
    private final Handles handles;
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private InlineReading(String line, Handles handles) {
        this.line = line;
        this.handles = handles;
        open.push(new Open("", ""));
    }

    /** An element of what a line says. */
    static Element read(String tag, String line, Handles handles) {
        InlineReading reading = new InlineReading(line, handles);
        return Spaces.tidied(Element.of(tag, reading.all()));
    }

    private List<Node> all() {
        while (at < line.length()) {
            one(line.charAt(at));
        }
        while (open.size() > 1) {
            flatten();
        }
        return open.element().children;
    }

    /** What was never ended is words. */
    private void flatten() {
        Open never = open.pop();
        text(never.sign);
        List<Node> children = open.element().children;
        for (Element paragraph : never.paragraphs) {
            children.addAll(paragraph.children());
            text(" ¶ ");
        }
        children.addAll(never.children);
    }

    private void text(String words) {
        if (!words.isEmpty()) {
            open.element().children.add(new Words(words));
        }
    }

    private void one(char letter) {
        switch (letter) {
            case '\\' -> escape();
            case '*' -> star();
            case '_', '=' -> pair(letter);
            case '~', '^' -> toggle(Character.toString(letter), letter == '~' ? "sub" : "sup");
            case '[' -> bracket();
            case ']' -> closed();
            case '{' -> brace();
            case '¶' -> paragraph();
            case '<' -> {
                if (line.startsWith(BR, at)) {
                    open.element().children.add(Element.of("br"));
                    at += BR.length();
                } else {
                    plain();
                }
            }
            default -> plain();
        }
    }

    private void plain() {
        int end = line.offsetByCodePoints(at, 1);
        while (end < line.length() && "\\*_=~^[]{¶<".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        text(line.substring(at, end));
        at = end;
    }

    private void escape() {
        if (at + 1 == line.length()) {
            text("\\");
            at++;
            return;
        }
        int end = line.offsetByCodePoints(at + 1, 1);
        text(line.substring(at + 1, end));
        at = end;
    }

    private void star() {
        int run = 1;
        while (at + run < line.length() && line.charAt(at + run) == '*') {
            run++;
        }
        String top = open.element().sign;
        boolean italic = run == 1 || (top.equals("*") && run != 2);
        toggle(italic ? "*" : "**", italic ? "i" : "b");
    }

    private void pair(char letter) {
        if (at + 1 < line.length() && line.charAt(at + 1) == letter) {
            toggle(Character.toString(letter).repeat(2), letter == '_' ? "u" : "def");
        } else {
            plain();
        }
    }

    private void toggle(String sign, String tag) {
        at += sign.length();
        Open top = open.element();
        if (top.sign.equals(sign)) {
            open.pop();
            open.element().children.add(Element.of(tag, top.children));
        } else if (open.size() > DEEPEST
                || open.stream().anyMatch(each -> each.sign.equals(sign))) {
            text(sign);
        } else {
            open.push(new Open(sign, tag));
        }
    }

    private void bracket() {
        Matcher note = NOTE.matcher(line).region(at, line.length());
        if (open.size() > DEEPEST) {
            plain();
        } else if (note.lookingAt()) {
            open.push(new Open(note.group(), note.group(1)));
            at = note.end();
        } else {
            open.push(new Open("[", ""));
            at++;
        }
    }

    private void closed() {
        at++;
        if (open.stream().noneMatch(each -> each.sign.startsWith("["))) {
            text("]");
            return;
        }
        while (!open.element().sign.startsWith("[")) {
            flatten();
        }
        Open top = open.element();
        if (top.sign.startsWith("[^")) {
            open.pop();
            open.element().children.add(note(top));
            return;
        }
        Matcher href = HREF.matcher(line).region(at, line.length());
        Matcher mark = MARK.matcher(line).region(at, line.length());
        if (href.lookingAt()) {
            open.pop();
            String meant = handles.meant(href.group(1));
            open.element()
                    .children
                    .add(
                            Element.of(meant.startsWith("#") ? "ref" : "a", top.children)
                                    .with("href", meant));
            at = href.end();
        } else if (mark.lookingAt() && handles.isAround(mark.group(1))) {
            open.pop();
            open.element().children.add(handles.marked(mark.group(1)).with(top.children));
            at = mark.end();
        } else {
            flatten();
            text("]");
        }
    }

    private static Element note(Open top) {
        List<Element> paragraphs = new ArrayList<>(top.paragraphs);
        paragraphs.add(Element.of("p", top.children));
        Element note = Element.of("authorialNote", paragraphs).with("placement", "bottom");
        Element marked = top.tag.isEmpty() ? note : note.with("marker", top.tag);
        return Spaces.blocks(marked);
    }

    /** Another paragraph of a note; elsewhere a sign. */
    private void paragraph() {
        at++;
        Open top = open.element();
        if (!top.sign.startsWith("[^")) {
            text("¶");
            return;
        }
        top.paragraphs.add(Element.of("p", List.copyOf(top.children)));
        top.children.clear();
    }

    private void brace() {
        if (line.startsWith("{}", at)) {
            at += 2;
            return;
        }
        Matcher mark = MARK.matcher(line).region(at, line.length());
        if (!mark.lookingAt()) {
            plain();
            return;
        }
        Element marked = handles.marked(mark.group(1));
        boolean fits =
                !handles.isAround(mark.group(1))
                        && (marked.kind() == Kind.MARKER
                                || marked.kind() == Kind.SUBFLOW
                                || marked.kind() == Kind.FOREIGN);
        if (fits) {
            open.element().children.add(marked);
        } else {
            text(mark.group());
        }
        at = mark.end();
    }
}
