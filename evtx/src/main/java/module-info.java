/** Reads Windows event log files. */
module org.danaya.evtx {
    requires static org.jspecify;

    exports org.danaya.evtx;
}
