package org.danaya.texts;

import picocli.CommandLine.Command;

/** The commands about legal and policy texts. */
@Command(
        name = "text",
        subcommands = {
            TextValidateCommand.class,
            TextConvertCommand.class,
            TextRedlineCommand.class
        },
        mixinStandardHelpOptions = true)
public final class TextCommand {}
