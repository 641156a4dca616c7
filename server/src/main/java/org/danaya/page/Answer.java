package org.danaya.page;

/** What a controller method answers: a page, a redirect, or a file to keep. */
public sealed interface Answer permits Page, Redirect, Download {}
