package org.danaya.defence.rules;

import java.nio.file.Path;
import org.danaya.base.Fault;
import org.danaya.page.Terminal;
import org.danaya.sigma.rule.PlaceholderReader;
import org.danaya.sigma.rule.Placeholders;
import org.danaya.sigma.rule.Read;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --placeholders}, for the commands that read rules. */
public final class PlaceholdersOption {

    @Option(names = "--placeholders", paramLabel = "FILE", descriptionKey = "sigma.placeholders")
    private @Nullable Path file;

    /**
     * What the option gives; none where it wasn't given.
     *
     * @throws Fault if the file isn't there ({@link RulesFault#NOT_THERE}), or isn't a map of
     *     values ({@link RulesFault#PLACEHOLDERS})
     */
    public Placeholders read(Terminal terminal) {
        if (file == null) {
            return Placeholders.NONE;
        }
        RulesFault.mustExist(file);
        return switch (PlaceholderReader.read(file)) {
            case PlaceholderReader.Outcome.Given(Placeholders placeholders) -> placeholders;
            case PlaceholderReader.Outcome.Refused(Read.Refused refusal) ->
                    throw new Fault(
                            RulesFault.PLACEHOLDERS,
                            refusal.source().file() + ":" + refusal.source().line(),
                            new CheckWords(terminal).sentence(refusal));
        };
    }
}
