package org.danaya.page;

/**
 * One step of long work.
 *
 * @param key the key of its words
 * @param path where it is done; empty where it can't be begun yet
 */
public record Task(String key, String path, Tag state) {}
