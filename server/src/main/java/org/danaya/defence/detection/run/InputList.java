package org.danaya.defence.detection.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.danaya.sigma.input.InputFolder;
import org.danaya.sigma.input.Inputs;

/** What was named as inputs: files, folders with all that is below them, standard input. */
final class InputList {

    private static final String STANDARD_INPUT = "-";

    private InputList() {}

    static List<Input> of(List<String> named) {
        List<Input> inputs = new ArrayList<>();
        for (String name : named) {
            if (name.equals(STANDARD_INPUT)) {
                inputs.add(new Input.Openable(name, () -> Inputs.of(System.in, Inputs.LARGEST)));
            } else {
                inputs.addAll(below(Path.of(name)));
            }
        }
        return inputs;
    }

    private static List<Input> below(Path path) {
        try {
            return InputFolder.walk(path).stream().map(InputList::input).toList();
        } catch (IOException e) {
            return List.of(
                    new Input.LeftOut(
                            path.toString(), Account.UNREADABLE, String.valueOf(e.getMessage())));
        }
    }

    private static Input input(InputFolder.Found found) {
        return switch (found) {
            case InputFolder.InFolder(Path file) ->
                    new Input.Openable(file.toString(), () -> Inputs.open(file, Inputs.LARGEST));
            case InputFolder.LeftOut(Path file, InputFolder.Why why) ->
                    new Input.LeftOut(file.toString(), why.code(), "");
        };
    }
}
