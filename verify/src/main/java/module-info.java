/** Checks what a public log shows. */
module org.danaya.verify {
    requires static org.jspecify;

    exports org.danaya.verify;
}
