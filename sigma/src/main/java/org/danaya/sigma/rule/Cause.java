package org.danaya.sigma.rule;

/**
 * Why a document was refused. The codes are stable: programs and translations may hold on to them.
 */
public enum Cause {
    FILE_UNREADABLE("file.unreadable", "the file or folder can't be read"),
    FILE_TOO_LARGE(
            "file.too-large",
            "more than 16 MiB or 100,000 documents a file, or a million files a folder"),
    FILE_NOT_UTF8("file.not-utf8", "bytes that are no UTF-8"),
    YAML_BROKEN("yaml.broken", "not YAML"),
    YAML_DUPLICATE_KEY("yaml.duplicate-key", "a key stands twice in a map"),
    YAML_ALIAS("yaml.alias", "an alias to nothing, or to what it stands in"),
    YAML_TOO_LARGE("yaml.too-large", "more than 200,000 nodes, aliases resolved"),
    YAML_TOO_DEEP("yaml.too-deep", "more than 64 levels"),
    YAML_TAG("yaml.tag", "a tag that YAML's core doesn't know"),
    DOCUMENT_KIND("document.kind", "no detection, no correlation, no filter"),
    DOCUMENT_ACTION("document.action", "an action of Sigma 1, or a document behind one"),
    ATTRIBUTE_TYPE("attribute.type", "an attribute of another form than its own"),
    ATTRIBUTE_MISSING("attribute.missing", "an attribute without which the document means nothing"),
    SELECTION_FORM("selection.form", "lists or maps where values belong"),
    SELECTION_EMPTY("selection.empty", "a selection that asks for nothing"),
    SELECTION_TOO_LARGE("selection.too-large", "too many values, alternatives or wildcards"),
    MODIFIER_UNKNOWN("modifier.unknown", "a modifier that isn't in the appendix"),
    MODIFIER_COMBINATION("modifier.combination", "modifiers that can't stand together, or so"),
    VALUE_TYPE("value.type", "a value that its modifiers can't work with"),
    VALUE_NUMBER("value.number", "no number where one is compared"),
    VALUE_WILDCARD("value.wildcard", "wildcards, or nothing, where Base64 is made"),
    VALUE_NETWORK("value.network", "no range of addresses"),
    REGEX_UNSUPPORTED(
            "regex.unsupported",
            "no regular expression, or one that can't be found in linear time"),
    REGEX_TOO_LARGE("regex.too-large", "regular expressions of too many steps"),
    PLACEHOLDER_UNKNOWN("placeholder.unknown", "values of your own are missing for a placeholder"),
    CONDITION_SYNTAX("condition.syntax", "a condition that can't be read"),
    CONDITION_NO_SUCH_SELECTION(
            "condition.no-such-selection", "a condition that names no selection of the rule"),
    CONDITION_AGGREGATION("condition.aggregation", "an aggregation of Sigma 1"),
    CONDITION_TOO_LARGE("condition.too-large", "too long or too deep a condition"),
    FILTER_AMBIGUOUS("filter.ambiguous", "a filter that both names and negates what it suppresses"),
    CORRELATION_TYPE("correlation.type", "no type of correlation"),
    CORRELATION_TIMESPAN("correlation.timespan", "no time span of seconds, minutes, hours or days"),
    CORRELATION_CONDITION(
            "correlation.condition",
            "a correlation's condition that can't be read, or lacks something"),
    CORRELATION_ALIAS("correlation.alias", "aliases that can't be read, or for other rules"),
    REFERENCE_UNKNOWN("reference.unknown", "a correlation that refers to what isn't there"),
    REFERENCE_AMBIGUOUS(
            "reference.ambiguous", "a correlation that refers to a name of several rules"),
    REFERENCE_CYCLE("reference.cycle", "correlations that refer to each other in a circle");

    private final String code;
    private final String about;

    Cause(String code, String about) {
        this.code = code;
        this.about = about;
    }

    public String code() {
        return code;
    }

    /** What it means, in English. */
    public String about() {
        return about;
    }
}
