package org.danaya.page;

/**
 * What a form sends back to prove that it came from our own page.
 *
 * @param field the name of the hidden field
 * @param token its value
 */
public record Csrf(String field, String token) {}
