/** Checks what a public log shows, and mandates. */
module org.danaya.verify {
    requires static org.jspecify;

    exports org.danaya.verify;
    exports org.danaya.verify.mandate;
}
