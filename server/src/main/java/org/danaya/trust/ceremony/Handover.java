package org.danaya.trust.ceremony;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an act of a ceremony gives to the platform: a folder, complete once {@code register.txt} is
 * in it. Its lines are {@code register CODE KIND REHEARSAL LABEL}, {@code end CODE}, {@code list
 * ROOT}; the files beside it are {@code CODE.cer}, {@code root.crl}, {@code minute.txt}, {@code
 * minute.sig}, {@code transcript.txt}.
 *
 * @param ended the authority that was revoked
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Handover(
        String rootCode,
        boolean rehearsal,
        List<RootAuthority.Signed> signed,
        Optional<String> ended,
        byte[] list,
        byte[] minute,
        byte[] signature,
        byte[] transcript) {

    /** Stands for no key in the platform's token. */
    static final String OFFLINE = "-";

    static void write(Path path, Handover handover) {
        CeremonyFolder folder = new CeremonyFolder(path);
        List<String> lines = new ArrayList<>();
        for (RootAuthority.Signed signed : handover.signed()) {
            folder.write(signed.code() + ".cer", signed.certificate());
            lines.add(
                    "register %s %s %s %s"
                            .formatted(
                                    signed.code(),
                                    signed.kind().code(),
                                    handover.rehearsal(),
                                    signed.keyLabel().orElse(OFFLINE)));
        }
        handover.ended().ifPresent(code -> lines.add("end " + code));
        lines.add("list " + handover.rootCode());
        folder.write(CeremonyFolder.LIST, handover.list());
        folder.write("minute.txt", handover.minute());
        folder.write("minute.sig", handover.signature());
        folder.write("transcript.txt", handover.transcript());
        folder.write(CeremonyFolder.REGISTER, CeremonyFolder.text(lines));
    }
}
