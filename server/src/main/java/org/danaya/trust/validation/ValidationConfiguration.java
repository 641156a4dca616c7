package org.danaya.trust.validation;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.danaya.base.Settings;
import org.danaya.page.Offer;
import org.danaya.store.StoreSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Validation, with every source of trust and status that other modules give. */
@Configuration(proxyBeanMethods = false)
public class ValidationConfiguration {

    @Bean
    TrustAnchors folderAnchors(Settings settings) {
        return folder(settings);
    }

    @Bean
    Validations validations(
            Settings settings,
            List<TrustAnchors> anchors,
            ObjectProvider<StatusSources> status,
            List<RecordedNames> names,
            Clock clock) {
        return new Validations(
                settings, anchors, status.getIfAvailable(StatusSources::none), names, clock);
    }

    @Bean
    ReportShelf reportShelf(Clock clock) {
        return new ReportShelf(new SecureRandom(), clock);
    }

    @Bean
    Offer validationOffer() {
        return new Offer("validation", ValidationPages.PATH, 5);
    }

    static TrustAnchors folder(Settings settings) {
        return new FolderAnchors(anchors(settings));
    }

    /** The folder of trusted certificates. */
    public static Path anchors(Settings settings) {
        return settings.find(ValidationSettings.ANCHORS)
                .orElseGet(() -> settings.get(StoreSettings.HOME).resolve("anchors"));
    }
}
