package org.danaya.sigma.rule;

import org.danaya.sigma.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was written, and what became of it: for those who judge the writing, as the
 * linter does.
 *
 * @param yaml null where it couldn't be parsed
 * @param source where it begins
 */
public record Written(@Nullable Yaml yaml, Header.Source source, Read read) {}
