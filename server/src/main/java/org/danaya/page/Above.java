package org.danaya.page;

/**
 * A page above another, before it is known who reads.
 *
 * @param key the key of what it is called; empty where it bears a name
 * @param name what it is about, for the key's place, or the name that it bears
 */
public record Above(String key, String name, String path) {

    /** By the key of its words. */
    public static Above words(String key, String path) {
        return new Above(key, "", path);
    }

    /** By the key of its words, and what stands in their place. */
    public static Above words(String key, String name, String path) {
        return new Above(key, name, path);
    }

    /** By its name. */
    public static Above name(String name, String path) {
        return new Above("", name, path);
    }

    /** As the layout takes it. */
    public Crumb crumb(View view) {
        return new Crumb(key.isEmpty() ? name : view.word(key, name), path);
    }
}
