package org.danaya.mandates.console;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.danaya.base.Fault;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.page.Above;
import org.danaya.page.Notice;

/** Several mandates that are approved or signed at once. */
public final class Several {

    /** The most at once. */
    public static final int MOST = 200;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private Several() {}

    /** One of them. */
    public record Line(UUID id, long number, Shown.Content content) {

        static Line of(Known known) {
            return new Line(known.head().id(), known.head().number(), Shown.Content.of(known));
        }
    }

    /** Some that belong together, such as the places in a delegation. */
    public record Group(UUID id, long count) {}

    /**
     * A list to choose from.
     *
     * @param groups those that are approved on pages of their own
     * @param path where the chosen ones go
     */
    public record Choosing(
            String title,
            String intro,
            List<Above> up,
            List<Line> lines,
            List<Group> groups,
            String path,
            String submit) {}

    /**
     * What a passkey confirms.
     *
     * @param name what the title is about
     * @param warnings what to know first
     * @param next the key of what follows
     */
    public record Confirming(
            String title,
            String name,
            List<Above> up,
            List<Line> lines,
            List<Notice> warnings,
            String next,
            String challenge,
            String action,
            String submit,
            String statement,
            String cancel) {

        /** What a passkey confirms about mandates. */
        public static Confirming of(
                String title,
                String name,
                List<Above> up,
                List<Known> mandates,
                List<Notice> warnings,
                String next,
                String path,
                String submit,
                byte[] statement,
                String cancel) {
            String seen = (path.contains("?") ? "&" : "?") + "seen=" + Within.seen(statement);
            String plain = path.replaceFirst("\\?.*", "");
            String query = path.substring(plain.length());
            return new Confirming(
                    title,
                    name,
                    up,
                    mandates.stream().map(Line::of).toList(),
                    warnings,
                    next,
                    plain + "/challenge" + query + seen,
                    path + seen,
                    submit,
                    Within.text(statement),
                    cancel);
        }
    }

    /**
     * Numbers that an address names.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}, {@link MandateFault#TOO_MANY}
     */
    static Set<Long> numbers(List<String> typed) {
        if (typed.size() > MOST) {
            throw new Fault(MandateFault.TOO_MANY, MOST);
        }
        if (!typed.stream().allMatch(each -> NUMBER.matcher(each).matches())) {
            throw new Fault(MandateFault.UNKNOWN);
        }
        return typed.stream().map(Long::valueOf).collect(Collectors.toSet());
    }

    /** An address with the numbers of mandates. */
    public static String path(String path, List<Known> mandates) {
        return mandates.stream()
                .map(each -> "m=" + each.head().number())
                .collect(Collectors.joining("&", path + "?", ""));
    }

    static List<Mandate.Head> heads(List<Known> mandates) {
        return mandates.stream().map(Known::head).toList();
    }
}
