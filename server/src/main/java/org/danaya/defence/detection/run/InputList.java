package org.danaya.defence.detection.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.danaya.sigma.input.InputFolder;
import org.danaya.sigma.input.Inputs;

/**
 * What was named as inputs: files, folders with all that is below them, standard input. What is
 * named twice is read once. Text below a folder is an input; whether it is of a log tells its
 * content. Files of rules are no events, and are told once for what was named.
 */
final class InputList {

    private static final String STANDARD_INPUT = "-";

    private final Set<Path> known = new HashSet<>();

    /** What was named itself. */
    private final Set<Path> named;

    private InputList(List<String> named) {
        this.named =
                named.stream()
                        .filter(name -> !name.equals(STANDARD_INPUT))
                        .map(name -> real(Path.of(name)))
                        .collect(Collectors.toSet());
    }

    static List<Input> of(List<String> named) {
        InputList list = new InputList(named);
        List<Input> inputs = new ArrayList<>();
        for (String name : named) {
            if (name.equals(STANDARD_INPUT)) {
                inputs.add(
                        new Input.Openable(
                                name, 0, true, () -> Inputs.of(System.in, Inputs.LARGEST)));
            } else {
                inputs.addAll(list.below(Path.of(name)));
            }
        }
        return inputs;
    }

    private List<Input> below(Path named) {
        List<Input> inputs = new ArrayList<>();
        int rules = 0;
        try {
            for (InputFolder.Found found : InputFolder.walk(named)) {
                switch (found) {
                    case InputFolder.InFolder(Path file) when !known.add(real(file)) ->
                            inputs.add(leftOut(file, InputFolder.Why.AGAIN));
                    case InputFolder.InFolder(Path file) when RuleFiles.isOne(file) -> rules++;
                    case InputFolder.InFolder(Path file) ->
                            inputs.add(openable(file, this.named.contains(real(file))));
                    case InputFolder.LeftOut(Path file, InputFolder.Why why) ->
                            inputs.add(leftOut(file, why));
                }
            }
        } catch (IOException e) {
            return List.of(Unread.of(named.toString(), e));
        }
        if (rules > 0) {
            boolean alone = inputs.stream().noneMatch(Input.Openable.class::isInstance);
            inputs.addFirst(new Input.OfRules(named.toString(), rules, alone));
        }
        return inputs;
    }

    private static Input openable(Path file, boolean named) {
        return new Input.Openable(
                file.toString(),
                file.toFile().length(),
                named,
                () -> Inputs.open(file, Inputs.LARGEST));
    }

    private static Input leftOut(Path path, InputFolder.Why why) {
        String name = path.toString();
        return switch (why) {
            case UNREADABLE, DEVICE -> new Input.Unreadable(name, why.code(), "");
            case AGAIN, DANGLING, SPECIAL -> new Input.LeftOut(name, why.code());
        };
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
