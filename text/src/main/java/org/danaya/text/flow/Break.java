package org.danaya.text.flow;

/** The line goes on below ({@code br}). */
public record Break() implements Inline {

    @Override
    public String text() {
        return "\n";
    }
}
