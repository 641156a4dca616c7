package org.danaya.text.flow;

/**
 * A picture, which the text doesn't carry itself.
 *
 * @param source its address
 * @param alternative what it shows, in words; may be empty
 */
public record Picture(String source, String alternative) implements Inline {

    @Override
    public String text() {
        return "";
    }
}
