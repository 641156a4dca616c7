package org.danaya.trust.trustlist.model;

import java.time.Instant;

/**
 * What a service is in the eyes of the scheme, since when (TS 119 612 §5.5.4 and §5.5.5). A state
 * ends when the next one begins. Its words are under {@code trustlist.state.CODE}.
 */
public sealed interface ServiceState {

    /** The beginning of the URIs that the standard defines. */
    String PREFIX = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/";

    /** When it begins, in whole seconds. */
    Instant since();

    /** Its URI. */
    String uri();

    /** Its stable code, which its words stand under. */
    String code();

    /** Whether signatures may rely on the service. */
    boolean inForce();

    /** Qualified: the supervisor has granted the status. */
    record Granted(Instant since) implements ServiceState {

        @Override
        public String uri() {
            return PREFIX + code();
        }

        @Override
        public String code() {
            return "granted";
        }

        @Override
        public boolean inForce() {
            return true;
        }
    }

    /** The status was taken, or given back. */
    record Withdrawn(Instant since) implements ServiceState {

        @Override
        public String uri() {
            return PREFIX + code();
        }

        @Override
        public String code() {
            return "withdrawn";
        }

        @Override
        public boolean inForce() {
            return false;
        }
    }

    /** Not qualified, and recognised by the State. */
    record Recognised(Instant since) implements ServiceState {

        @Override
        public String uri() {
            return PREFIX + code();
        }

        @Override
        public String code() {
            return "recognisedatnationallevel";
        }

        @Override
        public boolean inForce() {
            return true;
        }
    }

    /** No longer recognised. */
    record Unrecognised(Instant since) implements ServiceState {

        @Override
        public String uri() {
            return PREFIX + code();
        }

        @Override
        public String code() {
            return "deprecatedatnationallevel";
        }

        @Override
        public boolean inForce() {
            return false;
        }
    }

    /**
     * Another scheme's own state, or one of the time before 2016. Nothing relies on it.
     *
     * @param uri as the list gives it
     */
    record Other(String uri, Instant since) implements ServiceState {

        @Override
        public String code() {
            return "other";
        }

        @Override
        public boolean inForce() {
            return false;
        }
    }

    /** The state of a URI. */
    static ServiceState of(String uri, Instant since) {
        return switch (uri.startsWith(PREFIX) ? uri.substring(PREFIX.length()) : "") {
            case "granted" -> new Granted(since);
            case "withdrawn" -> new Withdrawn(since);
            case "recognisedatnationallevel" -> new Recognised(since);
            case "deprecatedatnationallevel" -> new Unrecognised(since);
            case String _ -> new Other(uri, since);
        };
    }

    /** The same state, beginning at another time. */
    default ServiceState from(Instant other) {
        return of(uri(), other);
    }
}
