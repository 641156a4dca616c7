package org.danaya.text.akn;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What part of a text an element is, as the standard's groups of elements say. */
public enum Kind {
    /** A whole document: {@code act}, {@code bill}, {@code doc}. */
    DOCUMENT,
    /** About the text, not of it: {@code meta} and all below it. */
    META,
    /** A numbered part that may hold others: {@code part}, {@code article}, {@code point}. */
    HIERARCHY,
    /** What holds blocks or parts without being one: {@code body}, {@code preface}. */
    CONTAINER,
    /** What begins on a line of its own and holds words: {@code p}, {@code heading}. */
    BLOCK,
    /** A table. */
    TABLE,
    /** Words within a line: {@code ref}, {@code def}, {@code i}. */
    INLINE,
    /** A place within a line without words: {@code br}, {@code img}, {@code noteRef}. */
    MARKER,
    /** A text within a line that is no part of it: a footnote, a structure that is quoted. */
    SUBFLOW,
    /** Of another namespace. */
    FOREIGN;

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Map<String, Kind> KINDS = new TreeMap<>();

    static {
        put(
                DOCUMENT,
                "akomaNtoso act amendment amendmentList bill debate debateReport doc",
                "documentCollection judgment officialGazette portion statement");
        put(META, "meta componentInfo");
        put(
                HIERARCHY,
                "alinea article book chapter clause division hcontainer indent level list paragraph",
                "part point proviso rule section subchapter subclause subdivision sublist",
                "subparagraph subpart subrule subsection subtitle title tome transitional");
        put(
                CONTAINER,
                "address adjournment administrationOfOath amendmentBody amendmentContent",
                "amendmentHeading amendmentJustification amendmentReference answer arguments",
                "attachment attachments background blockContainer blockList body citation",
                "citations collectionBody communication component components conclusions container",
                "content coverPage debateBody debateSection decision declarationOfVote div",
                "formula header interstitial intro introduction item judgmentBody li longTitle",
                "mainBody ministerialStatements motivation nationalInterest noticesOfMotion ol",
                "oralStatements other papers personalStatements petitions pointOfOrder portionBody",
                "prayers preamble preface proceduralMotions question questions recital recitals",
                "remedies resolutions rollCall speech speechGroup tblock toc ul wrapUp",
                "writtenStatements");
        put(
                BLOCK,
                "block caption crossHeading from heading listIntroduction listWrapUp narrative num p",
                "scene subheading summary tocItem");
        put(TABLE, "table td th tr");
        put(
                INLINE,
                "a abbr affectedDocument argument b change concept courtType date decoration def del",
                "docAuthority docCommittee docDate docIntroducer docJurisdiction docNumber",
                "docProponent docPurpose docStage docStatus docTitle docType docketNumber",
                "embeddedText entity event fillIn i inline ins judge lawyer legislature location mmod",
                "mod mref neutralCitation object omissis opinion organization outcome party person",
                "placeholder process quantity quotedText recordedTime ref relatedDocument remark rmod role",
                "rref",
                "session shortTitle signature span sub sup term time u vote");
        put(MARKER, "br componentRef documentRef eol eop img marker noteRef");
        put(SUBFLOW, "authorialNote embeddedStructure quotedStructure subFlow");
        put(FOREIGN, "foreign");
    }

    private static final Set<String> MIXED = Set.of("li", "embeddedText", "quotedText");

    private static void put(Kind kind, String... tags) {
        SPACE.splitAsStream(String.join(" ", tags)).forEach(tag -> KINDS.put(tag, kind));
    }

    /** What part an element of this name is; {@link #FOREIGN} for a name that isn't known. */
    public static Kind of(String tag) {
        return KINDS.getOrDefault(tag, FOREIGN);
    }

    /** Whether words may stand right below an element of this name. */
    public static boolean holdsWords(String tag) {
        return switch (of(tag)) {
            case BLOCK, INLINE, FOREIGN -> true;
            case DOCUMENT, META, HIERARCHY, CONTAINER, TABLE, MARKER, SUBFLOW ->
                    MIXED.contains(tag);
        };
    }
}
