package org.danaya.trust.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.danaya.base.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads one YAML document whose every part keeps its line. A key stands once; aliases and tags,
 * with which a small file grows without end, are refused.
 */
final class YamlReader {

    /** Far more than a profile needs. */
    static final int LIMIT_BYTES = 65_536;

    private static final int DEPTH_LIMIT = 12;

    private static final YAMLFactory FACTORY =
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final String file;
    private final YAMLParser parser;

    private YamlReader(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * The mapping that a file is.
     *
     * @throws Fault {@link ProfileFault#TOO_LARGE}, {@link ProfileFault#NOT_YAML}, {@link
     *     ProfileFault#ALIAS}
     */
    static YamlNode.Mapping read(String file, byte[] bytes) {
        if (bytes.length > LIMIT_BYTES) {
            throw new Fault(ProfileFault.TOO_LARGE, file, LIMIT_BYTES);
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            YamlReader reader = new YamlReader(file, (YAMLParser) parser);
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new Fault(ProfileFault.NOT_YAML, file, 1, "no mapping");
            }
            YamlNode.Mapping whole = (YamlNode.Mapping) reader.node(first, 0);
            if (parser.nextToken() != null) {
                throw new Fault(ProfileFault.NOT_YAML, file, reader.line(), "a second document");
            }
            return whole;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new Fault(e, ProfileFault.NOT_YAML, file, line, reason(e));
        }
    }

    private YamlNode node(JsonToken token, int depth) {
        int line = line();
        if (depth > DEPTH_LIMIT) {
            throw new Fault(ProfileFault.NOT_YAML, file, line, "more than 12 levels");
        }
        if (parser.isCurrentAlias() || parser.getTypeId() != null) {
            throw new Fault(ProfileFault.ALIAS, file, line);
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, YamlNode> entries = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = Objects.requireNonNull(parser.currentName());
                    entries.put(key, node(Objects.requireNonNull(parser.nextToken()), depth + 1));
                }
                yield new YamlNode.Mapping(line, entries);
            }
            case START_ARRAY -> {
                List<YamlNode> items = new ArrayList<>();
                for (JsonToken next = parser.nextToken();
                        next != null && next != JsonToken.END_ARRAY;
                        next = parser.nextToken()) {
                    items.add(node(next, depth + 1));
                }
                yield new YamlNode.Sequence(line, items);
            }
            default -> new YamlNode.Scalar(line, text());
        };
    }

    private String text() {
        return parser.getString() == null ? "" : parser.getString();
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return message.lines().findFirst().orElse("").strip();
    }
}
