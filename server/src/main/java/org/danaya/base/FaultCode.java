package org.danaya.base;

/**
 * The stable code of something that can go wrong, for people and for machines.
 *
 * <p>Each module has one enum of them. The words live in the message bundles under {@code
 * fault.CODE.title}, {@code fault.CODE.cause} and {@code fault.CODE.remedy}; the catalogue in
 * {@code docs/reference} is generated from the enums.
 */
public interface FaultCode {

    /** The code: the module, a dot, and words with hyphens, such as {@code store.disk-full}. */
    String code();

    /** What kind of fault it is; decides the HTTP status and the exit code. */
    FaultKind kind();
}
