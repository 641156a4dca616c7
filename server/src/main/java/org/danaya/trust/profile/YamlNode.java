package org.danaya.trust.profile;

import java.util.List;
import java.util.Map;

/** A part of a YAML file, with the line it begins on. */
sealed interface YamlNode {

    int line();

    /** Keys and their values, in the file's order. */
    record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {}

    /** Values in order. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    /** One value, as it is written. */
    record Scalar(int line, String text) implements YamlNode {}
}
