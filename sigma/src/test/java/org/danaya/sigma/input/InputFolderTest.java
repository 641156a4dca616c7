package org.danaya.sigma.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.danaya.sigma.input.InputFolder.LeftOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files below folders, and what links make of them. */
final class InputFolderTest {

    @TempDir private Path folder;

    private List<String> found() throws IOException {
        return InputFolder.walk(folder).stream()
                .map(
                        found ->
                                folder.relativize(found.path())
                                        + (found instanceof LeftOut out
                                                ? " " + out.why().code()
                                                : ""))
                .toList();
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    @Test
    void filesOfAnyNameComeInTheOrderOfTheirPaths() throws IOException {
        file("b/2");
        file("b/1.evtx");
        file("a.txt");
        file(".hidden");
        file("a/z/é");
        Files.createDirectory(folder.resolve("empty"));
        assertEquals(List.of(".hidden", "a.txt", "a/z/é", "b/1.evtx", "b/2"), found());
    }

    @Test
    void aFileIsItself() throws IOException {
        Path file = file("one");
        assertEquals(List.of(new InputFolder.InFolder(file)), InputFolder.walk(file));
        assertThrows(NoSuchFileException.class, () -> InputFolder.walk(folder.resolve("two")));
    }

    @Test
    void linksAreFollowedToWhatWasNotFoundYet(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("far"), "far");
        file("real/near");
        Files.createSymbolicLink(folder.resolve("a"), elsewhere);
        Files.createSymbolicLink(folder.resolve("b"), folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("c"), folder.resolve("real/near"));
        Files.createSymbolicLink(folder.resolve("d"), elsewhere.resolve("far"));
        Files.createSymbolicLink(folder.resolve("e"), elsewhere.resolve("nothing"));
        assertEquals(
                List.of(
                        "a/far",
                        "b folder.again",
                        "c folder.again",
                        "d folder.again",
                        "e folder.dangling",
                        "real/near"),
                found());
    }

    @Test
    void loopsEnd(@TempDir Path elsewhere) throws IOException {
        file("x/1");
        Files.createSymbolicLink(folder.resolve("x/up"), folder);
        Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
        Files.createSymbolicLink(folder.resolve("out"), elsewhere);
        Files.createSymbolicLink(elsewhere.resolve("back"), folder);
        Files.createSymbolicLink(elsewhere.resolve("here"), elsewhere);
        assertEquals(
                List.of(
                        "out/back folder.again",
                        "out/here folder.again",
                        "self folder.dangling",
                        "x/1",
                        "x/up folder.again"),
                found());
    }

    @Test
    void whatIsNoFileIsLeftOut() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertEquals(List.of("pipe folder.special"), found());
        assertEquals(List.of(new InputFolder.InFolder(pipe)), InputFolder.walk(pipe));
    }
}
