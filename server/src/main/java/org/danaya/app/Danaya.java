package org.danaya.app;

/** The program. */
public final class Danaya {

    private Danaya() {}

    /** Runs one command of the command line and exits with its code. */
    public static void main(String[] arguments) {
        System.out.println("Danaya");
    }
}
