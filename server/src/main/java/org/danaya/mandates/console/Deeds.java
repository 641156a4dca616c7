package org.danaya.mandates.console;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.page.Deed;

/** What somebody can do with a mandate now, and why not what they might expect. */
final class Deeds {

    private final List<Deed> deeds = new ArrayList<>();
    private final String path;

    private Deeds(String path) {
        this.path = path;
    }

    /**
     * For an officer, by rights that reach the mandate's structure.
     *
     * @param wrote whether they wrote it last
     */
    static List<Deed> ofOfficer(Known known, boolean wrote, UUID person, boolean signs) {
        Deeds all = new Deeds(MandatePages.PATH + "/" + known.head().id());
        UUID structure = known.head().terms().structure();
        boolean drafts = Rights.current().hold(Right.DRAFT_MANDATES, structure);
        boolean approves = Rights.current().hold(Right.APPROVE_MANDATES, structure);
        boolean revokes = Rights.current().hold(Right.REVOKE_MANDATES, structure);
        switch (known.mandate()) {
            case Mandate.Draft(Mandate.Head head) -> {
                if (head.terms().group().isPresent()) {
                    all.ofDelegation(head);
                } else {
                    all.approve(head, wrote, person, approves);
                }
                if (drafts) {
                    all.can("edit");
                    all.harms("withdraw");
                }
            }
            case Mandate.Approved _ -> {
                all.sign(known, person, signs);
                if (drafts) {
                    all.harms("withdraw");
                }
            }
            case Mandate.Signed _ -> {
                all.cannot("wait", "mandates.why.leaf");
                if (revokes) {
                    all.harms("revoke");
                }
            }
            case Mandate.InForce _ -> {
                if (drafts) {
                    all.can("replace");
                }
                if (revokes) {
                    all.can("suspend");
                    all.harms("revoke");
                } else {
                    all.cannot("revoke", "mandates.why.revokes");
                }
            }
            case Mandate.Suspended _ -> {
                if (revokes) {
                    all.can("resume");
                    all.harms("revoke");
                } else {
                    all.cannot("revoke", "mandates.why.revokes");
                }
            }
            case Mandate.Revoked _, Mandate.Replaced _, Mandate.Expired _, Mandate.Withdrawn _ ->
                    all.cannot("over", "mandates.why.over");
        }
        return all.deeds;
    }

    /** For whoever holds it or signs it. */
    static List<Deed> ofOwner(Known known, UUID person, boolean signs) {
        Deeds all = new Deeds(OwnMandatePages.PATH + "/" + known.head().id());
        boolean holds = known.head().terms().person().equals(person);
        switch (known.mandate()) {
            case Mandate.Draft _ -> all.cannot("approve", "mandates.why.unapproved");
            case Mandate.Approved _ -> {
                all.sign(known, person, signs);
                if (signs && !holds) {
                    all.harms("decline");
                }
            }
            case Mandate.Signed _ -> {
                all.cannot("wait", "mandates.why.leaf");
                if (signs) {
                    all.harms("revoke");
                }
            }
            case Mandate.InForce _ -> {
                if (holds && passes(known)) {
                    all.can("pass-on");
                } else if (holds) {
                    all.cannot("pass-on", "mandates.why.depth");
                }
                if (signs) {
                    all.harms("revoke");
                }
            }
            case Mandate.Suspended _ -> {
                if (signs) {
                    all.harms("revoke");
                } else {
                    all.cannot("pass-on", "mandates.why.suspended");
                }
            }
            case Mandate.Revoked _, Mandate.Replaced _, Mandate.Expired _, Mandate.Withdrawn _ ->
                    all.cannot("over", "mandates.why.over");
        }
        return all.deeds;
    }

    /** Whether its holder can grant a mandate under it now. */
    static boolean passes(Known known) {
        return known.worth().depth() > 0 && known.worth().holds(known.day());
    }

    private void ofDelegation(Mandate.Head head) {
        head.terms()
                .group()
                .ifPresent(
                        id ->
                                deeds.add(
                                        new Deed(
                                                "mandates.deed.delegation",
                                                MandatePages.PATH + "/delegations/" + id,
                                                true,
                                                false,
                                                "")));
    }

    private void approve(Mandate.Head head, boolean wrote, UUID person, boolean approves) {
        if (!approves) {
            cannot("approve", "mandates.why.approves");
        } else if (wrote) {
            cannot("approve", "mandates.why.own-draft");
        } else if (head.terms().person().equals(person)) {
            cannot("approve", "mandates.why.own-mandate");
        } else {
            deeds.add(deed("approve", true, false, ""));
        }
    }

    private void sign(Known known, UUID person, boolean signs) {
        if (!signs) {
            cannot("sign", "mandates.why.grantor");
        } else if (known.head().terms().person().equals(person)) {
            cannot("sign", "mandates.why.own-mandate");
        } else {
            deeds.add(
                    new Deed(
                            "mandates.deed.sign",
                            OwnMandatePages.PATH + "/" + known.head().id() + "/sign",
                            true,
                            false,
                            ""));
        }
    }

    private void can(String what) {
        deeds.add(deed(what, false, false, ""));
    }

    private void harms(String what) {
        deeds.add(deed(what, false, true, ""));
    }

    private void cannot(String what, String why) {
        deeds.add(deed(what, false, false, why));
    }

    private Deed deed(String what, boolean first, boolean danger, String why) {
        return new Deed("mandates.deed." + what, path + "/" + what, first, danger, why);
    }
}
