package org.danaya.sigma.rule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.danaya.sigma.yaml.Documents;
import org.danaya.sigma.yaml.Yaml;
import org.danaya.sigma.yaml.YamlDefect;
import org.danaya.sigma.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads Sigma documents: rules, correlations and filters. Never throws on what a file holds; each
 * document is answered for by itself. May be shared by threads.
 *
 * <p>Limits: 16 MiB and 100,000 documents a file; see {@link Cause} for what is refused. {@code
 * action: global}, {@code reset} and {@code repeat} were taken out of Sigma with version 2: such a
 * document is refused, and so are those after it in the file, because they'd be half rules without
 * it.
 */
public final class RuleReader {
    /** The largest file, in bytes. */
    public static final int LARGEST_FILE = 16 << 20;

    /** The most documents of a file. */
    public static final int MOST_DOCUMENTS = 100_000;

    private static final List<String> NO_SELECTIONS = List.of("condition", "timeframe");
    private static final List<String> NO_FILTER_SELECTIONS = List.of("condition", "rules");

    private final Placeholders placeholders;

    /** Without placeholders. */
    public RuleReader() {
        this(Placeholders.NONE);
    }

    public RuleReader(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /** A file's documents in their order; a file that can't be read is one refusal. */
    public List<Read> read(Path file) {
        return reads(readWithYaml(file));
    }

    /** The documents in the bytes of a file of that name. */
    public List<Read> read(String file, byte[] bytes) {
        return reads(readWithYaml(file, bytes));
    }

    /** A file's documents with what was written. */
    public List<Written> readWithYaml(Path file) {
        try {
            return documents(file.toString(), text(file));
        } catch (Refusal e) {
            return refused(file.toString(), e);
        }
    }

    /** The documents in the bytes of a file of that name with what was written. */
    public List<Written> readWithYaml(String file, byte[] bytes) {
        try {
            return documents(file, text(bytes));
        } catch (Refusal e) {
            return refused(file, e);
        }
    }

    /** What a file says. */
    static String text(Path file) throws Refusal {
        try (InputStream stream = Files.newInputStream(file)) {
            return text(stream.readNBytes(LARGEST_FILE + 1));
        } catch (IOException e) {
            throw new Refusal(
                    Cause.FILE_UNREADABLE,
                    0,
                    e.getClass().getSimpleName(),
                    "The file can't be read: " + e);
        }
    }

    private static String text(byte[] bytes) throws Refusal {
        if (bytes.length > LARGEST_FILE) {
            throw new Refusal(
                    Cause.FILE_TOO_LARGE, 0, "The file has more than " + LARGEST_FILE + " bytes");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0 && !isUtf8(bytes)) {
            throw new Refusal(Cause.FILE_NOT_UTF8, 0, "The file isn't UTF-8");
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** Whether the bytes are UTF-8: what isn't would have become the character U+FFFD. */
    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A document; null of an empty one. */
    static @Nullable Yaml yaml(String text) throws Refusal {
        try {
            return YamlReader.read(text);
        } catch (YamlDefect e) {
            throw new Refusal(cause(e.kind()), e.line(), e.column(), e.about(), e.words());
        }
    }

    private List<Written> documents(String file, String text) throws Refusal {
        List<Documents.Document> documents = Documents.cut(text, MOST_DOCUMENTS);
        if (documents.size() > MOST_DOCUMENTS) {
            throw new Refusal(
                    Cause.FILE_TOO_LARGE,
                    0,
                    "The file has more than " + MOST_DOCUMENTS + " documents");
        }
        List<Written> written = new ArrayList<>();
        boolean action = false;
        for (Documents.Document document : documents) {
            Written one =
                    read(
                            new Header.Source(file, written.size(), document.line()),
                            document.text(),
                            action);
            action |=
                    one.read() instanceof Read.Refused refused
                            && refused.cause() == Cause.DOCUMENT_ACTION;
            written.add(one);
        }
        return written;
    }

    private static List<Read> reads(List<Written> written) {
        return written.stream().map(Written::read).toList();
    }

    private static List<Written> refused(String file, Refusal refusal) {
        Header.Source source = new Header.Source(file, 0, 1);
        return List.of(new Written(null, source, refused(source, null, refusal)));
    }

    private Written read(Header.Source source, String text, boolean action) {
        Yaml yaml = null;
        try {
            yaml = yaml(text);
            if (action) {
                throw new Refusal(
                        Cause.DOCUMENT_ACTION,
                        0,
                        "A document before it in this file has an action, which Sigma 2 doesn't know");
            }
            return new Written(yaml, source, read(source, yaml));
        } catch (Refusal e) {
            return new Written(yaml, source, refused(source, yaml, e));
        }
    }

    /**
     * A refusal as it is told.
     *
     * @param source of the document
     * @param yaml null where it couldn't be parsed
     */
    static Read.Refused refused(Header.Source source, @Nullable Yaml yaml, Refusal refusal) {
        String title =
                yaml instanceof Yaml.Mapping document
                        ? new HeaderReader(document).read(source).title()
                        : source.file();
        int place = refusal.line() == 0 ? source.line() : source.line() + refusal.line() - 1;
        return new Read.Refused(
                title,
                new Header.Source(source.file(), source.document(), place),
                refusal.column(),
                refusal.reason(),
                refusal.about(),
                refusal.words());
    }

    private static Cause cause(YamlDefect.Kind kind) {
        return switch (kind) {
            case BROKEN -> Cause.YAML_BROKEN;
            case KEY -> Cause.ATTRIBUTE_TYPE;
            case DUPLICATE_KEY -> Cause.YAML_DUPLICATE_KEY;
            case ALIAS -> Cause.YAML_ALIAS;
            case TOO_LARGE -> Cause.YAML_TOO_LARGE;
            case TOO_DEEP -> Cause.YAML_TOO_DEEP;
            case TAG -> Cause.YAML_TAG;
        };
    }

    private Read read(Header.Source source, @Nullable Yaml yaml) throws Refusal {
        if (!(yaml instanceof Yaml.Mapping document)) {
            throw new Refusal(Cause.DOCUMENT_KIND, 0, "The document isn't a map of attributes");
        }
        if (document.get("action") instanceof Yaml.Scalar action) {
            throw new Refusal(
                    Cause.DOCUMENT_ACTION,
                    action.line(),
                    "action: " + action.text(),
                    "action: " + action.text() + " was taken out of Sigma with version 2");
        }
        var header = new HeaderReader(document);
        if (document.get("correlation") != null) {
            return new Read.OfCorrelation(
                    CorrelationReader.read(
                            header.read(source), map(document, "correlation"), document));
        }
        if (document.get("filter") != null) {
            return filter(header.read(source), header.logSource(), map(document, "filter"));
        }
        if (document.get("detection") == null) {
            throw new Refusal(
                    Cause.DOCUMENT_KIND,
                    0,
                    "The document has no detection, no correlation and no filter: it's no Sigma rule");
        }
        Yaml.Mapping detection = map(document, "detection");
        Map<String, Selection> selections =
                new SelectionReader(placeholders).read(detection, NO_SELECTIONS);
        Condition condition = condition(detection, selections);
        return new Read.OfRule(
                new Rule(header.read(source), header.logSource(), selections, condition));
    }

    private Read filter(Header header, LogSource logSource, Yaml.Mapping filter) throws Refusal {
        Map<String, Selection> selections =
                new SelectionReader(placeholders).read(filter, NO_FILTER_SELECTIONS);
        Condition suppressed = Filters.suppressed(condition(filter, selections), filter.line());
        List<String> rules = HeaderReader.texts(filter.get("rules"));
        return new Read.OfFilter(
                new Filter(
                        header,
                        logSource,
                        rules.equals(List.of("any")) ? List.of() : rules,
                        selections,
                        suppressed));
    }

    private static Yaml.Mapping map(Yaml.Mapping document, String key) throws Refusal {
        Yaml value = document.get(key);
        if (value instanceof Yaml.Mapping map) {
            return map;
        }
        throw new Refusal(
                Cause.ATTRIBUTE_TYPE,
                value == null ? 0 : value.line(),
                key,
                key + " must be a map");
    }

    private static Condition condition(Yaml.Mapping map, Map<String, Selection> selections)
            throws Refusal {
        Yaml value = map.get("condition");
        if (value == null) {
            throw new Refusal(
                    Cause.ATTRIBUTE_MISSING, map.line(), "condition", "There is no condition");
        }
        List<Yaml> items = value instanceof Yaml.Sequence list ? list.items() : List.of(value);
        List<Condition> conditions = new ArrayList<>();
        for (Yaml item : items) {
            if (!(item instanceof Yaml.Scalar text) || text.isNull()) {
                throw new Refusal(
                        Cause.ATTRIBUTE_TYPE, item.line(), "condition", "A condition must be text");
            }
            conditions.add(Conditions.read(text.text(), selections.keySet(), text.line()));
        }
        if (conditions.isEmpty()) {
            throw new Refusal(
                    Cause.ATTRIBUTE_MISSING, value.line(), "condition", "There is no condition");
        }
        return Conditions.any(conditions);
    }
}
