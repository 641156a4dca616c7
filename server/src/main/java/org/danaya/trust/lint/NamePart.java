package org.danaya.trust.lint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerReader;
import org.danaya.trust.der.MalformedDer;

/**
 * An attribute of a name.
 *
 * @param tag of the string
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record NamePart(String type, int tag, byte[] value, String text) {

    static final int UTF8 = 0x0c;
    static final int PRINTABLE = 0x13;

    /** The attributes of a Name, in order. */
    static List<NamePart> read(byte[] name) {
        List<NamePart> parts = new ArrayList<>(10);
        DerReader rdns = new DerReader(name).enter(Der.SEQUENCE);
        while (rdns.more()) {
            DerReader rdn = rdns.enter(Der.SET);
            do {
                DerReader part = rdn.enter(Der.SEQUENCE);
                String type = Oids.text(part.content(Der.OID));
                byte[] element = part.element();
                part.end();
                int tag = element[0] & 0xff;
                byte[] value = new DerReader(element).content(tag);
                parts.add(
                        new NamePart(type, tag, value, new String(value, StandardCharsets.UTF_8)));
            } while (rdn.more());
        }
        return parts;
    }

    static boolean isMultiValued(byte[] name) {
        DerReader rdns = new DerReader(name).enter(Der.SEQUENCE);
        while (rdns.more()) {
            DerReader rdn = rdns.enter(Der.SET);
            rdn.skip();
            if (rdn.more()) {
                return true;
            }
        }
        return false;
    }

    /** The same, where the bytes come from elsewhere. */
    static boolean isEmpty(byte[] name) {
        try {
            return !new DerReader(name).enter(Der.SEQUENCE).more();
        } catch (MalformedDer _) {
            return false;
        }
    }
}
