package org.danaya.demo;

import org.danaya.page.Terminal;
import org.danaya.trust.ceremony.Rehearsal;

/** The story. */
public final class Demo {

    private final Stage stage;
    private final Terminal terminal;

    public Demo(Stage stage, Terminal terminal) {
        this.stage = stage;
        this.terminal = terminal;
    }

    /** Plays it, and tells whether every verdict was as expected. */
    public boolean play(boolean check) {
        long t = System.nanoTime();
        terminal.print("ceremony");
        stage.beans().get(Rehearsal.class).make();
        terminal.print("cast " + (System.nanoTime() - t) / 1000000);
        try (Cast cast = Cast.enrolled(stage)) {
            terminal.print("enrolled " + (System.nanoTime() - t) / 1000000);
            Appointments.play(stage, cast);
            terminal.print("appointed " + (System.nanoTime() - t) / 1000000);
            Certificates.play(cast);
            terminal.print("certified " + (System.nanoTime() - t) / 1000000);
            return true;
        }
    }
}
