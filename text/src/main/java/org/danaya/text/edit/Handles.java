package org.danaya.text.edit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Element;
import org.danaya.text.form.Address;
import org.jspecify.annotations.Nullable;

/** What lines name without saying it: elements under a mark, and parts that references lead to. */
final class Handles {

    /** Letters of a mark. */
    static final int LENGTH = 6;

    private final Element root;
    private final Map<String, String> wIds = new HashMap<>();
    private final Map<String, String> eIds = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable Map<String, Element> marked;

    private Handles(Element root) {
        this.root = root;
    }

    /** Those of a text. */
    static Handles of(Element root) {
        Handles handles = new Handles(root);
        root.all()
                .filter(element -> !element.eId().isEmpty())
                .forEach(
                        element -> {
                            handles.names.add(element.eId());
                            if (!element.wId().isEmpty()) {
                                handles.wIds.putIfAbsent(element.eId(), element.wId());
                                handles.eIds.putIfAbsent(element.wId(), element.eId());
                            }
                        });
        return handles;
    }

    /** An address as lines have it: parts by the names that they keep. */
    String shown(String href) {
        return Address.inside(href)
                .map(wIds::get)
                .filter(wId -> wId.chars().noneMatch(each -> each == ')' || each == '\\'))
                .map(wId -> "#" + wId)
                .orElse(href);
    }

    /**
     * An address as trees have it.
     *
     * @throws TextFault {@code text.edit.reference} where no part is called so; {@code
     *     text.edit.address} where it leads nowhere
     */
    String meant(String shown) {
        Optional<String> inside = Address.inside(shown);
        if (inside.isPresent()) {
            return "#" + part(inside.get());
        }
        return Address.outside(shown)
                .or(() -> hasHref(shown) ? Optional.of(shown) : Optional.empty())
                .orElseThrow(() -> new TextFault("text.edit.address", shown));
    }

    private String part(String name) {
        String kept = eIds.get(name);
        if (kept != null) {
            return kept;
        }
        if (names.contains(name) || hasHref("#" + name)) {
            return name;
        }
        List<String> ending = names.stream().filter(each -> each.endsWith("__" + name)).toList();
        if (ending.size() == 1) {
            return ending.getFirst();
        }
        throw new TextFault("text.edit.reference", name);
    }

    private boolean hasHref(String href) {
        return root.all().anyMatch(element -> element.attribute("href").equals(href));
    }

    /** The mark of what an element is, whatever is in it. */
    static String around(Element element) {
        return mark(element.with(List.of()), "around");
    }

    /** The mark of an element with all that is in it. */
    static String whole(Element element) {
        return mark(element, "whole");
    }

    private static String mark(Element element, String how) {
        byte[] bytes = (how + Tree.nameless(element)).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return element.tag() + " " + HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * An element under a mark; one without anything in it where the mark is that of what is around.
     *
     * @throws TextFault {@code text.edit.mark} (the mark) where nothing in the text has it
     */
    Element marked(String mark) {
        Map<String, Element> all = marked;
        if (all == null) {
            Map<String, Element> found = new HashMap<>();
            root.all()
                    .forEach(
                            element -> {
                                found.putIfAbsent(whole(element), element);
                                found.putIfAbsent(
                                        around(element), Tree.nameless(element.with(List.of())));
                            });
            marked = found;
            all = found;
        }
        Element found = all.get(mark);
        if (found == null) {
            throw new TextFault("text.edit.mark", "{" + mark + "}");
        }
        return found;
    }

    /** Whether a mark is that of what is around words. */
    boolean isAround(String mark) {
        Element element = marked(mark);
        return element.children().isEmpty() && around(element).equals(mark);
    }
}
