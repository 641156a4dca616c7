package org.danaya.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Fills the register of structures, positions and persons, from files, as an administrator does.
 */
final class Register {

    static final String MINISTRY = "ministere-economie-numerique";

    private Register() {}

    static void fill(Visitor administrator) {
        read(administrator, "structures", "/console/structures/import");
        read(administrator, "positions", "/console/positions/import");
        read(administrator, "persons", "/console/persons/import");
    }

    /** A file of the demonstration. */
    static byte[] file(String name) {
        try (InputStream in = Register.class.getResourceAsStream("/demo/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Visitor administrator, String name, String path) {
        administrator.go(path).upload("file", name + ".csv", file(name + ".csv")).submit();
        administrator.press("Importer");
    }
}
