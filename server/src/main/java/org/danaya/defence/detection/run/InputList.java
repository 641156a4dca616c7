package org.danaya.defence.detection.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.danaya.sigma.input.InputFolder;
import org.danaya.sigma.input.Inputs;

/**
 * What was named as inputs: files, folders with all that is below them, standard input. What is
 * named twice is read once.
 */
final class InputList {

    private static final String STANDARD_INPUT = "-";

    private final Set<Path> known = new HashSet<>();

    private InputList() {}

    static List<Input> of(List<String> named) {
        InputList list = new InputList();
        List<Input> inputs = new ArrayList<>();
        for (String name : named) {
            if (name.equals(STANDARD_INPUT)) {
                inputs.add(new Input.Openable(name, 0, () -> Inputs.of(System.in, Inputs.LARGEST)));
            } else {
                inputs.addAll(list.below(Path.of(name)));
            }
        }
        return inputs;
    }

    private List<Input> below(Path path) {
        try {
            return InputFolder.walk(path).stream().map(this::input).toList();
        } catch (IOException e) {
            return List.of(
                    new Input.LeftOut(
                            path.toString(), Account.UNREADABLE, String.valueOf(e.getMessage())));
        }
    }

    private Input input(InputFolder.Found found) {
        return switch (found) {
            case InputFolder.InFolder(Path file) ->
                    known.add(real(file))
                            ? new Input.Openable(
                                    file.toString(),
                                    file.toFile().length(),
                                    () -> Inputs.open(file, Inputs.LARGEST))
                            : leftOut(file, InputFolder.Why.AGAIN);
            case InputFolder.LeftOut(Path file, InputFolder.Why why) -> leftOut(file, why);
        };
    }

    private static Input leftOut(Path file, InputFolder.Why why) {
        return new Input.LeftOut(file.toString(), why.code(), "");
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            // Whoever opens it tells what is wrong; a pipe has no such path.
            return file;
        }
    }
}
