package org.danaya.gate;

import java.util.List;

/**
 * What an error page shows.
 *
 * @param code the stable code
 * @param title what happened, in a few words
 * @param sentence what is wrong and what to do
 * @param request the name of the request in the logs; empty where it has none
 * @param path what was asked for, as a parameter of an address holds it
 * @param typed what was typed into the form that was sent, to be copied
 */
public record ErrorView(
        int status,
        String code,
        String title,
        String sentence,
        String request,
        String path,
        List<String> typed) {

    /** Whether signing in leads further. */
    public boolean signsIn() {
        return status == 401 || status == 403;
    }
}
