package org.danaya.trust.signature;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.danaya.base.Fault;
import org.danaya.trust.validation.TestHierarchy;
import org.springframework.stereotype.Component;

/** Keys for the accounts of tests, beside those of the authority. */
@Component
public final class TestKeys implements SigningKeys {

    private static final Map<UUID, TestHierarchy.Identity> GIVEN = new ConcurrentHashMap<>();

    /** Gives an account a key. */
    public static void give(UUID account, TestHierarchy.Identity identity) {
        GIVEN.put(account, identity);
    }

    @Override
    public List<Holder> of(UUID account) {
        TestHierarchy.Identity identity = GIVEN.get(account);
        return identity == null
                ? List.of()
                : List.of(new Holder("test-" + account, identity.chain()));
    }

    @Override
    public SigningKey open(Holder holder) {
        return GIVEN.values().stream()
                .filter(each -> each.certificate().equals(holder.certificate()))
                .findFirst()
                .map(TestSigning::opened)
                .orElseThrow(() -> new Fault(SignatureFault.NO_CERTIFICATE));
    }
}
