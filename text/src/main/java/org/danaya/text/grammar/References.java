package org.danaya.text.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.danaya.text.TextFault;

/** That what is called {@code #x} exists in the file, and is what the attribute points to. */
final class References {

    private static final Pattern SPACE = Pattern.compile("[ \t\n\r]+");

    private final Findings findings;

    /** The elements that have addresses. */
    private final Map<String, String> targets = new HashMap<>();

    /** Names that nothing before them had. */
    private final List<Pending> pending = new ArrayList<>();

    private record Pending(Frame frame, Attribute attribute, String target) {}

    References(Findings findings) {
        this.findings = findings;
    }

    /** An element with an address begins. */
    void begin(Frame frame) {
        targets.putIfAbsent(frame.eId, frame.name);
    }

    /** An attribute that may point to elements. */
    void attribute(Frame frame, Attribute attribute, String value) {
        if (value.indexOf('#') < 0) {
            return;
        }
        if (attribute.type().list()) {
            SPACE.splitAsStream(value).forEach(each -> single(frame, attribute, each));
        } else {
            single(frame, attribute, Values.trimmed(value));
        }
    }

    private void single(Frame frame, Attribute attribute, String value) {
        if (value.length() > 1 && value.charAt(0) == '#') {
            Pending reference = new Pending(frame, attribute, value.substring(1));
            if (!resolve(reference)) {
                if (pending.size() == AknValidator.REFERENCES) {
                    throw new TextFault("text.xml.references", AknValidator.REFERENCES);
                }
                pending.add(reference);
            }
        }
    }

    /** The file has ended: what isn't there yet never comes. */
    void end() {
        for (Pending reference : pending) {
            if (!resolve(reference)) {
                List<String> expected = expected(reference.attribute().type());
                boolean entry = expected.stream().anyMatch(name -> name.startsWith("TLC"));
                findings.add(
                        entry ? Rule.TLC_MISSING : Rule.REFERENCE_MISSING,
                        reference.frame(),
                        reference.attribute().name(),
                        "#" + reference.target(),
                        expected);
            }
        }
    }

    /** False where nothing is called so. */
    private boolean resolve(Pending reference) {
        String element = targets.get(reference.target());
        Type type = reference.attribute().type();
        if (element != null && !type.toAny() && !type.targets().contains(element)) {
            findings.add(
                    Rule.REFERENCE_KIND,
                    reference.frame(),
                    reference.attribute().name(),
                    element,
                    expected(type));
        }
        return element != null;
    }

    private static List<String> expected(Type type) {
        return type.targets().stream().sorted().toList();
    }
}
