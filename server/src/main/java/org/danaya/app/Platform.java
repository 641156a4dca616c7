package org.danaya.app;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.danaya.access.Invitations;
import org.danaya.access.PublicAddress;
import org.danaya.base.Actor;
import org.danaya.base.Settings;
import org.danaya.edge.EdgePlane;
import org.danaya.gate.ServerLimits;
import org.danaya.page.PageSettings;
import org.danaya.store.Store;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The running platform: the store below, the web planes above. */
final class Platform implements AutoCloseable {

    private final Store store;
    private final ConfigurableApplicationContext context;

    private Platform(Store store, ConfigurableApplicationContext context) {
        this.store = store;
        this.context = context;
    }

    /** Opens the store, then starts everything above it. Ends when it is ready. */
    static Platform start(Settings settings) {
        return start(settings, Map.of());
    }

    /**
     * The same.
     *
     * @param logging where the logs go, as Spring Boot names it
     */
    static Platform start(Settings settings, Map<String, Object> logging) {
        Store store = Store.open(settings);
        try {
            return new Platform(store, application(settings, store, logging).run());
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** The address of the portal on this machine. */
    URI address() {
        WebServer server = ((WebServerApplicationContext) context).getWebServer();
        return URI.create("http://localhost:" + Objects.requireNonNull(server).getPort() + "/");
    }

    /** A link for the first administrator, as long as nobody has ever signed in. */
    Optional<URI> firstLink() {
        return ScopedValue.where(Actor.CURRENT, new Actor.Program("start"))
                .call(() -> bean(Invitations.class).first())
                .map(issued -> bean(PublicAddress.class).invitation(issued.token()));
    }

    /** The address of the edge on this machine. */
    URI edgeAddress() {
        return bean(EdgePlane.class).address();
    }

    /** A bean of the platform. */
    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        store.close();
    }

    private static SpringApplication application(
            Settings settings, Store store, Map<String, Object> logging) {
        SpringApplication application = new SpringApplication(DanayaApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        Map<String, Object> properties = new HashMap<>(ServerLimits.properties(settings));
        properties.putAll(logging);
        properties.put("server.port", settings.get(AppSettings.PORT));
        properties.put(
                "danaya.purpose",
                settings.get(PageSettings.PURPOSE).name().toLowerCase(Locale.ROOT));
        application.setDefaultProperties(properties);
        application.addInitializers(
                context -> {
                    GenericApplicationContext registry = (GenericApplicationContext) context;
                    registry.registerBean(Settings.class, () -> settings);
                    registry.registerBean("store", Store.class, () -> store, Platform::keptOpen);
                });
        return application;
    }

    /** The store outlives the context, so the context must not close it. */
    private static void keptOpen(BeanDefinition definition) {
        ((AbstractBeanDefinition) definition).setDestroyMethodName("");
    }
}
