package org.danaya.signin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import org.danaya.access.PublicAddress;
import org.danaya.base.Settings;
import org.danaya.store.SteadySessions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.FlushMode;
import org.springframework.session.SaveMode;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions as rows of the database, and the cookie that names one. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
        tableName = "signin.session",
        flushMode = FlushMode.ON_SAVE,
        saveMode = SaveMode.ON_SET_ATTRIBUTE)
class SessionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);

    /** Nothing else is ever read back from a session. */
    private static final ObjectInputFilter READABLE =
            ObjectInputFilter.Config.createFilter(
                    "maxbytes=65536;maxdepth=20;java.lang.*;java.util.**;java.time.*;"
                            + "org.danaya.page.*;org.springframework.util.LinkedMultiValueMap;"
                            + "org.springframework.util.MultiValueMapAdapter;"
                            + "org.springframework.web.servlet.FlashMap;!*");

    /**
     * What a cookie names a session by is stored hashed, so that who reads the database, or a
     * backup, opens nobody's session. A plain hash will do: an id is 122 random bits.
     */
    private static final String HASHED =
            "encode(sha256(convert_to(cast(? as text), 'UTF8')), 'hex')";

    private static final String CREATE =
            """
            insert into %TABLE_NAME% (primary_id, session_id, creation_time, last_access_time,
                max_inactive_interval, expiry_time, principal_name)
            values (?, HASHED, ?, ?, ?, ?, ?)
            """
                    .replace("HASHED", HASHED);

    private static final String FIND =
            """
            with asked (id) as (select cast(? as text))
            select s.primary_id, asked.id as session_id, s.creation_time, s.last_access_time,
                s.max_inactive_interval, a.attribute_name, a.attribute_bytes
            from asked
            join %TABLE_NAME% s
                on s.session_id = encode(sha256(convert_to(asked.id, 'UTF8')), 'hex')
            left join %TABLE_NAME%_attributes a on s.primary_id = a.session_primary_id
            """;

    private static final String UPDATE =
            """
            update %TABLE_NAME% set session_id = HASHED, last_access_time = ?,
                max_inactive_interval = ?, expiry_time = ?, principal_name = ?
            where primary_id = ?
            """
                    .replace("HASHED", HASHED);

    private static final String DELETE =
            "delete from %TABLE_NAME% where session_id = HASHED and max_inactive_interval >= 0"
                    .replace("HASHED", HASHED);

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> limits(Settings settings) {
        return repository -> {
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
            repository.setCreateSessionQuery(CREATE);
            repository.setGetSessionQuery(FIND);
            repository.setUpdateSessionQuery(UPDATE);
            repository.setDeleteSessionQuery(DELETE);
            repository.setDefaultMaxInactiveInterval(settings.get(SigninSettings.IDLE_LIMIT));
        };
    }

    @Bean
    @Primary
    FindByIndexNameSessionRepository<? extends Session> steadySessions(
            JdbcIndexedSessionRepository rows) {
        return new SteadySessions<>(rows);
    }

    @Bean
    CookieSerializer cookie(PublicAddress address) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(cookieName(address));
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(address.secure());
        cookie.setSameSite("Lax");
        return cookie;
    }

    /** Over TLS the name itself keeps other hosts of the domain from planting one (RFC 6265bis). */
    static String cookieName(PublicAddress address) {
        return address.secure() ? "__Host-danaya-session" : "danaya-session";
    }

    /** An attribute may be read as null, which the converter's type can't say. */
    @Bean
    @SuppressWarnings("NullAway")
    ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, SessionConfiguration::written);
        conversion.addConverter(byte[].class, Object.class, SessionConfiguration::read);
        return conversion;
    }

    private static byte[] written(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static @Nullable Object read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(READABLE);
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            LOG.warn("A session holds what this program doesn't read, and goes on without it", e);
            return null;
        }
    }
}
