package org.danaya.sigma.yaml;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document from the parser's events, with limits: 64 levels, 200,000 nodes where
 * each alias counts as what it stands for. An alias to something that contains it, a key twice, a
 * foreign tag are refused.
 */
public final class YamlReader {
    /** The most levels. */
    public static final int DEEPEST = 64;

    /** The most nodes. */
    public static final int MOST_NODES = 200_000;

    private static final String CORE = "tag:yaml.org,2002:";

    /** The parser reads so much at a time, and copies what it holds each time it does. */
    private static final int BUFFER = 1 << 10;

    private static final int LARGE_BUFFER = 1 << 20;

    private static final LoadSettings SETTINGS = settings(BUFFER);
    private static final LoadSettings LARGE = settings(LARGE_BUFFER);

    private final Iterator<Event> events;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int nodes;

    /** A node and what it weighs; no node as long as it isn't whole. */
    private record Anchored(@Nullable Yaml node, int nodes) {}

    private YamlReader(Iterator<Event> events) {
        this.events = events;
    }

    private static LoadSettings settings(int buffer) {
        return LoadSettings.builder()
                .setUseMarks(true)
                .setParseComments(false)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(buffer)
                .build();
    }

    /** The document, or null where the text holds none. */
    public static @Nullable Yaml read(String text) throws YamlDefect {
        Yaml plain = PlainYaml.read(text);
        return plain != null ? plain : parse(text);
    }

    /** The same by the real parser alone. */
    static @Nullable Yaml parse(String text) throws YamlDefect {
        return parse(new WholeCharacters(text), text.length());
    }

    static @Nullable Yaml parse(Reader text, int length) throws YamlDefect {
        LoadSettings settings = length < LARGE_BUFFER / 16 ? SETTINGS : LARGE;
        try {
            return new YamlReader(new Parse(settings).parseReader(text).iterator()).document();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(0);
            throw new YamlDefect(
                    YamlDefect.Kind.BROKEN,
                    line,
                    column,
                    firstLine(e.getProblem()),
                    "Not YAML: " + firstLine(e.getProblem()));
        } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new YamlDefect(
                    YamlDefect.Kind.BROKEN,
                    0,
                    firstLine(String.valueOf(e.getMessage())),
                    "Not YAML: " + firstLine(String.valueOf(e.getMessage())));
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "?" : message.lines().findFirst().orElse("?");
    }

    private @Nullable Yaml document() throws YamlDefect {
        Yaml document = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case Scalar, SequenceStart, MappingStart, Alias -> {
                    if (document != null) {
                        throw new YamlDefect(
                                YamlDefect.Kind.BROKEN,
                                line(event),
                                "",
                                "A second document without a line ---");
                    }
                    document = node(event, 0);
                }
                case StreamStart,
                        StreamEnd,
                        DocumentStart,
                        DocumentEnd,
                        Comment,
                        SequenceEnd,
                        MappingEnd -> {}
            }
        }
        return document;
    }

    private Yaml node(Event event, int depth) throws YamlDefect {
        if (depth > DEEPEST) {
            throw new YamlDefect(
                    YamlDefect.Kind.TOO_DEEP,
                    line(event),
                    "",
                    "Nested deeper than " + DEEPEST + " levels");
        }
        count(1, event);
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        Optional<Anchor> anchor =
                event instanceof NodeEvent node ? node.getAnchor() : Optional.empty();
        int before = nodes;
        anchor.ifPresent(name -> anchors.put(name, new Anchored(null, 0)));
        Yaml node =
                switch (event) {
                    case ScalarEvent scalar -> scalar(scalar);
                    case SequenceStartEvent sequence -> sequence(sequence, depth);
                    case MappingStartEvent mapping -> mapping(mapping, depth);
                    default ->
                            throw new YamlDefect(
                                    YamlDefect.Kind.BROKEN,
                                    line(event),
                                    "",
                                    "Not YAML: " + event.getEventId());
                };
        anchor.ifPresent(name -> anchors.put(name, new Anchored(node, nodes - before)));
        return node;
    }

    private Yaml alias(AliasEvent event) throws YamlDefect {
        Anchored anchored = anchors.get(event.getAlias());
        if (anchored == null || anchored.node() == null) {
            throw new YamlDefect(
                    YamlDefect.Kind.ALIAS,
                    line(event),
                    "*" + event.getAlias().getValue(),
                    "The alias *"
                            + event.getAlias().getValue()
                            + (anchored == null
                                    ? " has no anchor before it"
                                    : " stands inside of what it stands for"));
        }
        count(anchored.nodes(), event);
        return anchored.node();
    }

    private void count(int more, Event event) throws YamlDefect {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw new YamlDefect(
                    YamlDefect.Kind.TOO_LARGE,
                    line(event),
                    "",
                    "More than " + MOST_NODES + " nodes, aliases resolved");
        }
    }

    private Yaml.Scalar scalar(ScalarEvent event) throws YamlDefect {
        boolean plain = event.isPlain();
        if (event.getTag().isPresent()) {
            String tag = event.getTag().get();
            plain =
                    switch (tag) {
                        case "!", CORE + "str" -> false;
                        case CORE + "int", CORE + "float", CORE + "bool", CORE + "null" -> true;
                        default ->
                                throw new YamlDefect(
                                        YamlDefect.Kind.TAG,
                                        line(event),
                                        tag,
                                        "The tag " + tag + " has no meaning in Sigma");
                    };
        }
        return new Yaml.Scalar(event.getValue(), plain, line(event));
    }

    private Yaml sequence(SequenceStartEvent start, int depth) throws YamlDefect {
        collectionTag(start.getTag(), "seq", start);
        List<Yaml> items = new ArrayList<>();
        for (Event event = events.next();
                event.getEventId() != Event.ID.SequenceEnd;
                event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Yaml.Sequence(items, line(start));
    }

    private Yaml mapping(MappingStartEvent start, int depth) throws YamlDefect {
        collectionTag(start.getTag(), "map", start);
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next();
                event.getEventId() != Event.ID.MappingEnd;
                event = events.next()) {
            if (!(node(event, depth + 1) instanceof Yaml.Scalar key)) {
                throw new YamlDefect(YamlDefect.Kind.KEY, line(event), "", "A key must be text");
            }
            Yaml value = node(events.next(), depth + 1);
            if (entries.putIfAbsent(key.text(), new Yaml.Entry(key, value)) != null) {
                throw new YamlDefect(
                        YamlDefect.Kind.DUPLICATE_KEY,
                        key.line(),
                        key.text(),
                        "The key " + key.text() + " stands twice");
            }
        }
        return new Yaml.Mapping(entries, line(start));
    }

    private static void collectionTag(Optional<String> tag, String kind, Event event)
            throws YamlDefect {
        if (tag.isPresent() && !tag.get().equals(CORE + kind) && !tag.get().equals("!")) {
            throw new YamlDefect(
                    YamlDefect.Kind.TAG,
                    line(event),
                    tag.get().toString(),
                    "The tag " + tag.get() + " has no meaning in Sigma");
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
