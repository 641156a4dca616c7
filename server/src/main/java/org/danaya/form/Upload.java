package org.danaya.form;

/** A file that somebody sent. */
public final class Upload {

    private final String name;
    private final byte[] bytes;

    /**
     * A file.
     *
     * @param name the name that it had on their machine: never to be used as a path
     */
    public Upload(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** The name that it had on their machine: to show, never to be used as a path. */
    public String name() {
        return name;
    }

    /** What is in it. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes it has. */
    public int size() {
        return bytes.length;
    }
}
