/**
 * How the web framework meets the web kit: what it hands to a controller method, how it writes what
 * the method answers, in which language, and with which files beside the page.
 */
@NullMarked
package org.danaya.page.web;

import org.jspecify.annotations.NullMarked;
