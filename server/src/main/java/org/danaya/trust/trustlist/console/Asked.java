package org.danaya.trust.trustlist.console;

import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Submission;
import org.danaya.trust.trustlist.Draft;
import org.danaya.trust.trustlist.Drafts;
import org.danaya.trust.trustlist.TrustlistFault;

/** What requests of these pages have in common. */
final class Asked {

    private Asked() {}

    /** The draft that may be changed. */
    static Draft.Open open(Drafts drafts) {
        Rights.current().needEverywhere(Right.EDIT_TRUST_LIST);
        Draft draft = drafts.current().orElseThrow(() -> new Fault(TrustlistFault.NO_DRAFT));
        if (draft instanceof Draft.Open open) {
            return open;
        }
        throw new Fault(TrustlistFault.DRAFT_CLOSED);
    }

    /** The version of the draft that a form was made from. */
    static int version(Submission sent) {
        try {
            return Integer.parseInt(one(sent, "version"));
        } catch (NumberFormatException e) {
            throw new Fault(e, TrustlistFault.DRAFT_CHANGED);
        }
    }

    /** The one value of a field; empty where there is none. */
    static String one(Submission sent, String field) {
        return sent.values(field).stream().findFirst().orElse("");
    }
}
