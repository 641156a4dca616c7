package org.danaya.sigma.rule;

import org.jspecify.annotations.Nullable;

/** What kind of log a rule is for (Sigma rules, «LogSource»); null where the rule doesn't say. */
public record LogSource(
        @Nullable String category, @Nullable String product, @Nullable String service) {
    /** Whether everything that this one says, the other says as well. */
    public boolean covers(LogSource other) {
        return same(category, other.category)
                && same(product, other.product)
                && same(service, other.service);
    }

    private static boolean same(@Nullable String wanted, @Nullable String there) {
        return wanted == null || wanted.equals(there);
    }
}
