package org.danaya.gate;

/**
 * What an error page shows.
 *
 * @param code the stable code
 * @param title what happened, in a few words
 * @param sentence what is wrong and what to do
 * @param request the name of the request in the logs; empty where it has none
 */
public record ErrorView(int status, String code, String title, String sentence, String request) {}
