/**
 * Files and streams of events, whatever their format, as JSON events in memory that an engine
 * reads: JSON one a line, one after another or in an array, EVTX, syslog (RFC 5424 and 3164), CEF,
 * lines of text; each also compressed by gzip or zstd.
 *
 * <pre>
 * Stored ─▶ Gzip, Zstd ─▶ Utf16 ─▶ Head: which format?
 *                                   ├▶ Lines     ─▶ LinesPart  each line: JSON, or a TextLine
 *                                   │                          (Syslog, Cef, any text) as JSON
 *                                   ├▶ Elements  ─▶ objects, wherever they end (Nesting, Wrapper)
 *                                   └▶ EvtxInput ─▶ EvtxReading  chunks of records
 * </pre>
 *
 * <p>A file is parted by one thread ({@link org.danaya.sigma.input.InputFile#next}), the parts are
 * read by any. Every event that is seen is either given out or set aside with its cause: events and
 * what was set aside are numbered together, in the order in which they stand in the file, from 0.
 * Foreign bytes never throw.
 */
@NullMarked
package org.danaya.sigma.input;

import org.jspecify.annotations.NullMarked;
