package org.danaya.programs;

import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Ids;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.springframework.stereotype.Component;

/** The names of API keys, for whoever may see them. */
@Component
final class ApiKeyNaming implements Naming {

    private final ApiKeyTable keys;

    ApiKeyNaming(ApiKeyTable keys) {
        this.keys = keys;
    }

    @Override
    public String kind() {
        return "api-key";
    }

    @Override
    public Optional<Named> name(String id, Locale locale) {
        return Ids.read(id)
                .flatMap(keys::find)
                .filter(key -> Rights.current().hold(Right.READ_API_KEYS, key.head().structure()))
                .map(key -> new Named(key.head().name(), ApiKeyPages.PATH + "/" + id));
    }
}
