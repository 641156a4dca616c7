package org.danaya.app;

import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.danaya.page.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IParamLabelRenderer;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The help of commands in a language: what stands for values is named in it too, and no line ends
 * behind an apostrophe.
 */
final class HelpText {

    private static final String LABEL = "label.";
    private static final Pattern WORD = Pattern.compile("[A-Z]+");

    private static final char APOSTROPHE = '’';

    /** A letter for those who break lines, as wide as an apostrophe. */
    private static final char LETTER = 'ʼ';

    /** The words of the language, and never those of the operating system's. */
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private HelpText() {}

    /** Gives a command line and all that is below it the help of a language. */
    static CommandLine of(CommandLine line, Language language) {
        ResourceBundle words = ResourceBundle.getBundle("commands", language.locale(), EXACT);
        line.setResourceBundle(new Unbroken(words))
                .setHelpFactory((command, colours) -> new Labelled(command, colours, words));
        Map<String, IHelpSectionRenderer> sections = new HashMap<>(line.getHelpSectionMap());
        sections.replaceAll((_, usual) -> help -> usual.render(help).replace(LETTER, APOSTROPHE));
        return line.setHelpSectionMap(sections);
    }

    /** What stands for a value, in the language of the words. */
    static String label(ArgSpec argument, @Nullable ResourceBundle words) {
        return WORD.matcher(argument.paramLabel()).replaceAll(word -> label(word, words));
    }

    private static String label(MatchResult word, @Nullable ResourceBundle words) {
        String key = LABEL + word.group();
        return words != null && words.containsKey(key) ? words.getString(key) : word.group();
    }

    private static final class Unbroken extends ResourceBundle {

        private final ResourceBundle words;

        Unbroken(ResourceBundle words) {
            this.words = words;
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return words.containsKey(key) ? words.getString(key).replace(APOSTROPHE, LETTER) : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            return words.getKeys();
        }
    }

    private static final class Labelled extends Help {

        private final ColorScheme colours;
        private final ResourceBundle words;

        Labelled(CommandSpec command, ColorScheme colours, ResourceBundle words) {
            super(command, colours);
            this.colours = colours;
            this.words = words;
        }

        @Override
        public IParamLabelRenderer parameterLabelRenderer() {
            IParamLabelRenderer usual = super.parameterLabelRenderer();
            return new IParamLabelRenderer() {
                @Override
                public Text renderParameterLabel(ArgSpec arg, Ansi ansi, List<IStyle> styles) {
                    Text text = usual.renderParameterLabel(arg, ansi, styles);
                    String label = label(arg, words);
                    return label.equals(arg.paramLabel())
                            ? text
                            : colours.apply(
                                    text.plainString().replace(arg.paramLabel(), label), styles);
                }

                @Override
                public String separator() {
                    return usual.separator();
                }
            };
        }
    }
}
