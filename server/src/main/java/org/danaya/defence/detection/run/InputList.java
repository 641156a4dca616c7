package org.danaya.defence.detection.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.danaya.sigma.input.Inputs;

/** What was named as inputs: files, folders with all that is below them, standard input. */
final class InputList {

    private static final String STANDARD_INPUT = "-";

    private InputList() {}

    static List<Input> of(List<String> named) {
        List<Input> inputs = new ArrayList<>();
        for (String name : named) {
            if (name.equals(STANDARD_INPUT)) {
                inputs.add(new Input(name, () -> Inputs.of(System.in, Inputs.LARGEST)));
            } else {
                add(Path.of(name), inputs);
            }
        }
        return inputs;
    }

    private static void add(Path path, List<Input> inputs) {
        if (!Files.isDirectory(path)) {
            inputs.add(new Input(path.toString(), () -> Inputs.open(path, Inputs.LARGEST)));
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(
                            file ->
                                    inputs.add(
                                            new Input(
                                                    file.toString(),
                                                    () -> Inputs.open(file, Inputs.LARGEST))));
        } catch (IOException e) {
            inputs.add(
                    new Input(
                            path.toString(),
                            () -> {
                                throw e;
                            }));
        }
    }
}
