package org.danaya.evtx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** libevtx, by the programs of Debian's libevtx-utils, about files that others recorded. */
class EvtxExportTest {

    /** Events of other computers, which hold no template: evtxexport 20181227 gives them up. */
    private static final List<String> GIVEN_UP =
            List.of(
                    "ID4622-New SSP loaded in LSA (only legitim).evtx",
                    "ID131-RDP brutforce (no user info).evtx",
                    "ID4799-4624-Local admin group enumerated by SharpHound.evtx");

    /** An element whose value isn't there: libevtx leaves it out, Sigma's data have it as null. */
    private static final String LEFT_OUT = "Event/EventData/Binary=";

    private static final Pattern COUNT = Pattern.compile("Number of records\\s*: (\\d+)");

    @Test
    void everyFileHasTheRecordsThatEvtxinfoCounts() throws Exception {
        for (Path path : files()) {
            Matcher count = COUNT.matcher(run("evtxinfo", path.toString()));
            assertTrue(count.find(), path::toString);

            try (EvtxFile file = EvtxFile.open(path)) {
                Ledger ledger = file.read(event -> {});

                assertEquals(Long.parseLong(count.group(1)), ledger.recordsRead(), path::toString);
                assertEquals(0, ledger.recordsSetAside(), path::toString);
            }
        }
    }

    @Test
    void everyFieldIsWhatEvtxexportSays() throws Exception {
        int events = 0;
        for (Path path : files()) {
            if (GIVEN_UP.contains(path.getFileName().toString())) {
                continue;
            }
            List<List<String>> theirs = exported(path);
            List<List<String>> ours = new ArrayList<>();
            try (EvtxFile file = EvtxFile.open(path, EndSpaces.KEPT)) {
                file.read(event -> ours.add(fields(event)));
            }

            assertEquals(theirs.size(), ours.size(), path::toString);
            for (int i = 0; i < ours.size(); i++) {
                assertEquals(sorted(theirs.get(i)), sorted(ours.get(i)), path + ", event " + i);
            }
            events += ours.size();
        }
        assertTrue(events > 2800, "compared " + events);
    }

    /** By names, because DOM orders attributes; values of one name stay in their order. */
    private static String sorted(List<String> fields) {
        return fields.stream()
                .filter(field -> !field.equals(LEFT_OUT))
                .sorted(Comparator.comparing(field -> field.substring(0, field.indexOf('='))))
                .collect(Collectors.joining("\n"));
    }

    private static List<Path> files() throws IOException, InterruptedException {
        List<Path> files = Corpora.files("evtx-to-mitre", ".evtx");
        assertTrue(files.size() >= 132, () -> files.size() + " files");
        try {
            run("evtxexport", "-V");
        } catch (IOException e) {
            Assumptions.abort("no evtxexport here (Debian: libevtx-utils)");
        }
        return files;
    }

    private static List<String> fields(Event event) {
        List<String> fields = new ArrayList<>();
        for (Json.Leaf leaf : Json.leaves(event.toString())) {
            fields.add(leaf.way() + "=" + normal(leaf.value()));
        }
        return fields;
    }

    private static List<List<String>> exported(Path path) throws Exception {
        String text = run("evtxexport", "-f", "xml", path.toString());
        String events = normal(text.substring(text.indexOf("<Event ")));
        Element root =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader("<all>" + events + "</all>")))
                        .getDocumentElement();
        List<List<String>> all = new ArrayList<>();
        for (Element event : children(root)) {
            List<String> fields = new ArrayList<>();
            fields("Event", event, fields);
            all.add(fields);
        }
        return all;
    }

    /** The same fields from XML, by the rules of docs/reference/evtx.md. */
    private static void fields(String way, Element element, List<String> fields) {
        boolean container = element.getTagName().matches("EventData|UserData");
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            fields.add(
                    way + "/" + attribute.getNodeName() + "=" + normal(attribute.getNodeValue()));
        }
        List<Element> children = children(element);
        String text = element.getTextContent();
        if (children.isEmpty() && (!text.isEmpty() || !element.hasAttributes())) {
            fields.add(way + "=" + normal(text));
        }
        Map<String, Integer> names = new HashMap<>();
        for (Element child : children) {
            if (container && child.getTagName().equals("Data")) {
                String name = child.getAttribute("Name");
                String last = name.isEmpty() ? "Data" : name;
                fields.add(way + "/" + last + "=" + normal(child.getTextContent()));
            } else {
                int number = names.merge(child.getTagName(), 1, Integer::sum) - 1;
                String suffix = number == 0 ? "" : "_" + number;
                fields(way + "/" + child.getTagName() + suffix, child, fields);
            }
        }
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = element.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /**
     * What the two write differently: digits of times and hexadecimal numbers, braces, line ends.
     */
    private static String normal(String text) {
        return text.replaceAll("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6})\\d*Z", "$1Z")
                .replaceAll("\\b0x0*([0-9a-f]+)\\b", "0x$1")
                .replaceAll("\\{([0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})\\}", "$1")
                .replaceAll("\r\n?", "\n")
                .replaceAll("[\\x00-\\x08\\x0b-\\x1f]", "?");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
