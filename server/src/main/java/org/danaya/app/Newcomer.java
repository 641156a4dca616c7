package org.danaya.app;

import org.danaya.base.Settings;
import org.danaya.page.PageSettings;
import org.danaya.page.Purpose;
import org.danaya.page.Terminal;
import org.danaya.trust.ceremony.Rehearsal;

/**
 * What {@code run} tells and offers where an installation is new: the first administrator's link,
 * and a rehearsal of the trust services.
 *
 * @param rehearse whether one was asked for already
 */
record Newcomer(Platform platform, Terminal terminal, boolean rehearse) {

    static Newcomer at(Platform platform, Terminal terminal, Settings settings, boolean rehearse) {
        return new Newcomer(
                platform,
                terminal,
                rehearse || settings.get(PageSettings.PURPOSE) == Purpose.REHEARSAL);
    }

    void welcome() {
        var link = platform.firstLink();
        Rehearsal rehearsal = platform.bean(Rehearsal.class);
        if (!rehearsal.isPossible()) {
            if (rehearse) {
                terminal.say("rehearsal.there");
            }
        } else if (rehearse || (link.isPresent() && Rehearsal.asked(terminal).orElse(false))) {
            terminal.say("rehearsal.begins");
            terminal.say("rehearsal.made", rehearsal.make());
        } else {
            terminal.say("ceremony.offer");
        }
        link.ifPresent(
                address -> {
                    terminal.say("access.first-link", address);
                    terminal.say("access.first-approver");
                });
    }
}
