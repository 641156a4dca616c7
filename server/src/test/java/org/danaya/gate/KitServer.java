package org.danaya.gate;

import example.kit.KitPages;
import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.danaya.base.Ids;
import org.danaya.base.ProxySettings;
import org.danaya.base.Right;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.page.Glance;
import org.danaya.page.PageSettings;
import org.danaya.page.Section;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.page.Visitor;
import org.danaya.page.Visitors;
import org.danaya.page.Words;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.util.WebUtils;

/** The web kit alone on a free port, without a database, with pages that only tests show. */
final class KitServer implements AutoCloseable {

    private static final List<Setting<?>> KNOWN =
            Stream.of(PageSettings.ALL, GateSettings.ALL, ProxySettings.ALL)
                    .flatMap(List::stream)
                    .toList();

    private final ConfigurableApplicationContext context;

    private KitServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** What the server is made of. Not annotated as a component, so that no other scan finds it. */
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
                "org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
            })
    @ComponentScan({"org.danaya.page", "org.danaya.gate", "org.danaya.portal"})
    static class Parts {}

    static KitServer start(Map<String, String> given) {
        Settings settings = Settings.of(KNOWN, given);
        SpringApplication application = new SpringApplication(Parts.class, KitPages.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        Map<String, Object> properties = new HashMap<>(ServerLimits.properties(settings));
        properties.put("server.port", 0);
        application.setDefaultProperties(properties);
        application.addInitializers(
                context -> register((GenericApplicationContext) context, settings));
        // The program's readiness asks for what only the whole platform has.
        return new KitServer(
                application.run(
                        "--management.endpoint.health.group.readiness.include=readinessState"));
    }

    URI address() {
        return URI.create(
                "http://localhost:"
                        + ((WebServerApplicationContext) context).getWebServer().getPort()
                        + "/");
    }

    @Override
    public void close() {
        context.close();
    }

    private static void register(GenericApplicationContext context, Settings settings) {
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(Words.class, Words::load);
        context.registerBean(Ids.class, () -> new Ids(Clock.systemUTC(), new SecureRandom()));
        context.registerBean(Visitors.class, () -> KitServer::visitor);
        context.registerBean(Section.class, () -> new Section("kit", "/kit", null, 1));
        context.registerBean(Glance.class, () -> _ -> glances());
        context.registerBean("templates", TemplateEngine.class, () -> Templates.ENGINE);
        context.registerBean(
                SecurityFilterChain.class,
                () ->
                        context.getBean(HttpSecurity.class)
                                .csrf(csrf -> csrf.ignoringRequestMatchers("/api/**"))
                                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                                .exceptionHandling(
                                        e -> e.accessDeniedHandler(context.getBean(Refusals.class)))
                                .build());
    }

    /** Whoever carries the cookie is signed in. */
    private static Optional<Visitor> visitor(HttpServletRequest request) {
        return WebUtils.getCookie(request, "kit-visitor") == null
                ? Optional.empty()
                : Optional.of(new Visitor("Awa Exemple", Set.of(Right.values())));
    }

    private static List<Glance.Seen> glances() {
        return List.of(
                Glance.Seen.waiting(
                        new Tag("page.tone.warning", Tone.WARNING), "kit.saved", "/kit", "Kayes"),
                Glance.Seen.health(
                        new Tag("page.tone.success", Tone.SUCCESS), "kit.saved", "Mopti"));
    }

    /**
     * The templates of the program and those of the tests, compiled as the build compiles them:
     * once for each program that runs tests, where no other one does.
     */
    private static final class Templates {

        static final TemplateEngine ENGINE = compiled();

        private Templates() {}
    }

    private static TemplateEngine compiled() {
        Path classes =
                Path.of("target", "kit-templates", Long.toString(ProcessHandle.current().pid()))
                        .toAbsolutePath();
        ClassLoader loader = KitServer.class.getClassLoader();
        TemplateEngine.create(new Both(), classes, ContentType.Html, loader, "kit.templates")
                .precompileAll();
        return TemplateEngine.createPrecompiled(classes, ContentType.Html, loader, "kit.templates");
    }

    private static final class Both implements CodeResolver {

        private final List<CodeResolver> folders =
                List.of(
                        new DirectoryCodeResolver(Path.of("src/test/jte")),
                        new DirectoryCodeResolver(Path.of("src/main/jte")));

        @Override
        public String resolve(String name) {
            return folders.stream()
                    .map(folder -> folder.resolve(name))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public List<String> resolveAllTemplateNames() {
            return folders.stream()
                    .flatMap(folder -> folder.resolveAllTemplateNames().stream())
                    .toList();
        }

        @Override
        public long getLastModified(String name) {
            return 0;
        }
    }
}
