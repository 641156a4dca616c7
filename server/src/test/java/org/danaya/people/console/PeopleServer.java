package org.danaya.people.console;

import jakarta.servlet.Filter;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.danaya.base.Actor;
import org.danaya.base.Ids;
import org.danaya.base.ProxySettings;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.gate.GateSettings;
import org.danaya.gate.ServerLimits;
import org.danaya.page.PageSettings;
import org.danaya.page.Visitor;
import org.danaya.page.Visitors;
import org.danaya.page.Words;
import org.danaya.people.HeldInOffice;
import org.danaya.store.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The pages of this module on a free port and a database of their own, for somebody who has every
 * right: who may do what is tried where people sign in.
 */
final class PeopleServer implements AutoCloseable {

    private static final Set<Right> ALL = Set.of(Right.values());
    private static final Rights EVERYWHERE =
            new Rights(
                    Arrays.stream(Right.values())
                            .collect(
                                    Collectors.toMap(
                                            Function.identity(), _ -> new Reach.Everywhere())));
    private static final Actor SOMEBODY =
            new Actor.Person(new UUID(0, 1), "registrar", "192.0.2.1");
    private static final List<Setting<?>> KNOWN =
            Stream.of(PageSettings.ALL, GateSettings.ALL, ProxySettings.ALL)
                    .flatMap(List::stream)
                    .toList();

    private final ConfigurableApplicationContext context;

    private PeopleServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** What the server is made of. Not annotated as a component, so that no other scan finds it. */
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
                "org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
            })
    @ComponentScan({"org.danaya.page", "org.danaya.gate", "org.danaya.people"})
    static class Parts {}

    static PeopleServer start() {
        Settings settings = Settings.of(KNOWN, Map.of("logging.format", "text"));
        SpringApplication application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        Map<String, Object> properties = new HashMap<>(ServerLimits.properties(settings));
        properties.put("server.port", 0);
        properties.put("management.endpoint.health.validate-group-membership", "false");
        application.setDefaultProperties(properties);
        application.addInitializers(
                context -> register((GenericApplicationContext) context, settings));
        return new PeopleServer(application.run());
    }

    URI address() {
        return URI.create(
                "http://localhost:"
                        + ((WebServerApplicationContext) context).getWebServer().getPort()
                        + "/");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static void register(GenericApplicationContext context, Settings settings) {
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(Words.class, Words::load);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(Ids.class, () -> new Ids(Clock.systemUTC(), new SecureRandom()));
        context.registerBean(DataSource.class, TestDatabase::freshSource);
        context.registerBean(HeldInOffice.class, () -> _ -> List.of());
        context.registerBean(
                Visitors.class, () -> _ -> Optional.of(new Visitor("Personne d’exemple", ALL)));
        context.registerBean("signed-in", Filter.class, () -> PeopleServer::signedIn);
        context.registerBean(
                SecurityFilterChain.class,
                () ->
                        context.getBean(HttpSecurity.class)
                                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                                .build());
    }

    private static void signedIn(
            jakarta.servlet.ServletRequest request,
            jakarta.servlet.ServletResponse response,
            jakarta.servlet.FilterChain chain) {
        ScopedValue.where(Actor.CURRENT, SOMEBODY)
                .where(Rights.CURRENT, EVERYWHERE)
                .run(
                        () -> {
                            try {
                                chain.doFilter(request, response);
                            } catch (java.io.IOException | jakarta.servlet.ServletException e) {
                                throw new IllegalStateException(e);
                            }
                        });
    }
}
