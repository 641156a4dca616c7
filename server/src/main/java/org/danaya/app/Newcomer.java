package org.danaya.app;

import org.danaya.base.Settings;
import org.danaya.page.PageSettings;
import org.danaya.page.Purpose;
import org.danaya.page.Terminal;
import org.danaya.store.Store;
import org.danaya.trust.ceremony.Rehearsal;

/**
 * What {@code run} tells and offers where an installation is new: the first administrator's link,
 * and a rehearsal of the trust services.
 *
 * @param asked whether this start was told to rehearse
 * @param always whether the installation is one for rehearsals
 */
record Newcomer(Platform platform, Terminal terminal, boolean asked, boolean always) {

    static Newcomer at(Platform platform, Terminal terminal, Settings settings, boolean asked) {
        return new Newcomer(
                platform, terminal, asked, settings.get(PageSettings.PURPOSE) == Purpose.REHEARSAL);
    }

    void welcome() {
        var link = platform.firstLink();
        link.ifPresent(
                address -> {
                    terminal.say("access.first-link", address);
                    terminal.say("access.first-approver", platform.bean(Store.class).home().path());
                });
        Rehearsal rehearsal = platform.bean(Rehearsal.class);
        if (!rehearsal.isPossible()) {
            if (asked) {
                terminal.say("rehearsal.there");
            }
        } else if (asked
                || always
                || (link.isPresent() && Rehearsal.asked(terminal).orElse(false))) {
            terminal.say("rehearsal.begins");
            terminal.say("rehearsal.made", rehearsal.make());
        } else {
            terminal.say("ceremony.offer");
        }
    }
}
