package org.danaya.people.draft;

/**
 * A field that differs, with both values as somebody would type them.
 *
 * @param field the code of the field, with words under {@code people.field.CODE}
 */
public record Difference(String field, String before, String after) {}
