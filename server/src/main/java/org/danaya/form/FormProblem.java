package org.danaya.form;

import java.util.List;

/**
 * What is wrong in a form.
 *
 * @param field the field's name; empty where it is about the form as a whole
 * @param key the key of the sentence; its first place is the field's label where there is a field
 * @param facts what fills the places after that
 */
public record FormProblem(String field, String key, List<Object> facts) {}
