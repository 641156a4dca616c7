package org.danaya.text.flow;

import java.util.stream.Stream;

/** What follows one another in a text: a line, or a table. */
public sealed interface Block permits Line, Grid {

    /** Of which part of the text it is. */
    Place place();

    /** The lines in it. */
    Stream<Line> lines();
}
