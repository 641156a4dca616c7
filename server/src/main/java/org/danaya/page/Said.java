package org.danaya.page;

/**
 * One line of “check your answers”.
 *
 * @param key the key of the question's words
 * @param text what was answered, in the reader's form
 * @param change where to change it; empty where it can't be changed
 */
public record Said(String key, String text, String change) {}
