package org.danaya.consultation.answer;

import java.util.UUID;

/** Where answers and causes are on the console. */
public final class AnswerPaths {

    /** Where versions are. */
    public static final String VERSIONS = "/console/texts/versions/";

    private AnswerPaths() {}

    /** The observations on a version, with what became of them. */
    public static String matrix(UUID version) {
        return VERSIONS + version + "/answers";
    }

    /** One of them. */
    public static String answer(UUID version, UUID observation) {
        return matrix(version) + "/" + observation;
    }

    /** Why the words of a version changed. */
    public static String why(UUID version) {
        return VERSIONS + version + "/why";
    }

    /** One change. */
    public static String change(UUID version, String hunk) {
        return why(version) + "?change=" + hunk;
    }
}
