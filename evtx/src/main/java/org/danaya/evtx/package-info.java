/**
 * Reads Windows event log files (EVTX) for anyone's own code: no dependency, Java 21.
 *
 * <p>{@link org.danaya.evtx.EvtxFile} opens a file; {@link org.danaya.evtx.EvtxReader} reads it
 * chunk by chunk, one reader to a thread, and shows each record as an {@link
 * org.danaya.evtx.Event}: a view over the chunk's bytes that writes JSON ({@link
 * org.danaya.evtx.Event#json}) or gives the few fields that its reader wants ({@link
 * org.danaya.evtx.Fields}), and builds no tree.
 *
 * <p>A chunk's templates are compiled once into literal bytes and instructions for the values
 * between them. What a compiled template can't say (a fragment that isn't one template instance,
 * text around a substitution, XML inside a value) is built as a tree and compiled for that one
 * event: the same code then writes it, so that there is one meaning.
 *
 * <p>No foreign byte causes an exception, an endless loop, or more memory than a small multiple of
 * a chunk. {@link org.danaya.evtx.Ledger} tells what became of everything: records seen are records
 * read and records set aside with their {@link org.danaya.evtx.Cause}.
 *
 * <p>Sources: [MS-EVEN6] §2.2.12 to §2.2.18 and §3.1.4.7 (BinXml), and for the file around it the
 * libyal project's “Windows XML Event Log (EVTX) format”. Where both are silent, what Windows
 * writes decides; the JSON has the shape that Sigma's regression data are in.
 */
@NullMarked
package org.danaya.evtx;

import org.jspecify.annotations.NullMarked;
