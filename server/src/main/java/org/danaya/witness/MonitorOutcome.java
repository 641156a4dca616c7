package org.danaya.witness;

import org.danaya.verify.Checkpoint;
import org.danaya.verify.SignedNote;

/** What looking at a log once found. */
sealed interface MonitorOutcome {

    /** Stable, for machines. */
    String code();

    /** The log stands where it stood. */
    record Unchanged(Checkpoint checkpoint) implements MonitorOutcome {

        @Override
        public String code() {
            return "unchanged";
        }
    }

    /** The log grew, and every new entry leads to the signed root. */
    record Grown(SignedNote note, Checkpoint checkpoint, long entries) implements MonitorOutcome {

        @Override
        public String code() {
            return "grown";
        }
    }

    /** The log broke its promise. */
    sealed interface Broken extends MonitorOutcome {

        /** In English for a technical reader. */
        String detail();

        /** What proves it to a third person: signed notes, one behind the other. */
        String evidence();
    }

    /** It signed two trees of the same size. */
    record SplitView(String detail, String evidence) implements Broken {

        @Override
        public String code() {
            return "split-view";
        }
    }

    /** It signed a larger tree that doesn't contain the smaller one that it signed before. */
    record Inconsistent(String detail, String evidence) implements Broken {

        @Override
        public String code() {
            return "inconsistent-growth";
        }
    }

    /** It serves a smaller tree than it did. */
    record Rollback(String detail, String evidence) implements Broken {

        @Override
        public String code() {
            return "rollback";
        }
    }

    /** What it serves isn't what it signed: a signature, a tile or an entry is wrong. */
    record Unsound(String detail, String evidence) implements Broken {

        @Override
        public String code() {
            return "unsound";
        }
    }

    /** It could not be looked at. */
    record Unreachable(String detail) implements MonitorOutcome {

        @Override
        public String code() {
            return "unreachable";
        }
    }
}
