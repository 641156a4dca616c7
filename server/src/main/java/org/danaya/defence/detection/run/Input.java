package org.danaya.defence.detection.run;

import java.io.IOException;
import org.danaya.sigma.input.InputFile;

/** Something to read events from, and what it is called. */
record Input(String name, Opening opening) {

    /** Opens an input. */
    @FunctionalInterface
    interface Opening {
        InputFile open() throws IOException;
    }
}
