package org.danaya.gate;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.danaya.form.ApiFile;
import org.danaya.form.ApiOperation;
import org.danaya.form.ApiParameter;
import org.danaya.page.Needs;
import org.danaya.page.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The API as it is, described for programs (OpenAPI 3.1.1): read from the routes under {@code
 * /api/v1} and from the records that they answer, so that it can't say anything else.
 */
@Component
public final class ApiDescription {

    /** Where the API begins. */
    public static final String ROOT = "/api/v1/";

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final String PROBLEM = "Problem";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    ApiDescription(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** The document, ready to be written as JSON. */
    public Map<String, Object> document() {
        Map<String, Object> schemas = new TreeMap<>();
        schema(Problem.class, schemas);
        Map<String, Object> paths = new TreeMap<>();
        mappings.orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .sorted(
                        Comparator.comparing(
                                entry -> path(entry.getKey()) + ' ' + verb(entry.getKey())))
                .filter(entry -> entry.getValue().hasMethodAnnotation(ApiOperation.class))
                .forEach(entry -> add(paths, schemas, entry.getKey(), entry.getValue()));
        return ordered(
                "openapi",
                "3.1.1",
                "info",
                ordered(
                        "title",
                        "Danaya",
                        "version",
                        "1",
                        "description",
                        "A program acts by an API key (key), or as a person does with the"
                                + " session's cookie. Where both are named, either will do; a key"
                                + " does what its grants allow. What a program sends is JSON or"
                                + " files. Errors are problems (RFC 9457)."),
                "servers",
                List.of(ordered("url", "/")),
                "security",
                List.of(ordered("session", List.of())),
                "paths",
                paths,
                "components",
                ordered(
                        "securitySchemes",
                        ordered(
                                "session",
                                ordered(
                                        "type",
                                        "apiKey",
                                        "in",
                                        "cookie",
                                        "name",
                                        "__Host-danaya-session"),
                                "key",
                                ordered(
                                        "type",
                                        "http",
                                        "scheme",
                                        "bearer",
                                        "bearerFormat",
                                        "danaya_ and 47 letters and digits")),
                        "schemas",
                        schemas));
    }

    /** Every address of the API that has a route, described or not. */
    public Set<String> paths() {
        return mappings.orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith(ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void add(
            Map<String, Object> paths,
            Map<String, Object> schemas,
            RequestMappingInfo mapping,
            HandlerMethod method) {
        ApiOperation operation =
                Objects.requireNonNull(method.getMethodAnnotation(ApiOperation.class));
        Map<String, Object> described =
                ordered("operationId", operation.id(), "summary", operation.about());
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (method.hasMethodAnnotation(Open.class)) {
            described.put("security", List.of());
        }
        if (needs != null) {
            described.put("x-right", needs.value().name());
            if (needs.value().fitsPrograms()) {
                described.put(
                        "security",
                        List.of(ordered("key", List.of()), ordered("session", List.of())));
            }
        }
        described.put("parameters", parameters(path(mapping), method));
        ApiFile[] files = method.getMethod().getAnnotationsByType(ApiFile.class);
        if (files.length > 0) {
            described.put("requestBody", files(files));
        }
        body(method, schemas).ifPresent(body -> described.put("requestBody", body));
        described.put(
                "responses",
                ordered(
                        "200",
                        ordered(
                                "description",
                                "Done.",
                                "content",
                                answer(method.getMethod().getGenericReturnType(), schemas)),
                        "default",
                        ordered(
                                "description",
                                "It can't be done; the problem says why.",
                                "content",
                                ordered(
                                        "application/problem+json",
                                        ordered(
                                                "schema",
                                                ordered(
                                                        "$ref",
                                                        "#/components/schemas/" + PROBLEM))))));
        paths.merge(path(mapping), ordered(verb(mapping), described), ApiDescription::both);
    }

    /** A document as it is, or JSON. */
    private static Map<String, Object> answer(Type type, Map<String, Object> schemas) {
        return type instanceof ParameterizedType of && of.getRawType() == ResponseEntity.class
                ? ordered("application/octet-stream", ordered())
                : ordered("application/json", ordered("schema", type(type, schemas)));
    }

    private static Optional<Object> body(HandlerMethod method, Map<String, Object> schemas) {
        return Arrays.stream(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .findFirst()
                .map(
                        parameter ->
                                ordered(
                                        "required",
                                        true,
                                        "content",
                                        ordered(
                                                "application/json",
                                                ordered(
                                                        "schema",
                                                        type(
                                                                parameter.getParameterizedType(),
                                                                schemas)))));
    }

    @SuppressWarnings("unchecked")
    private static Object both(Object one, Object other) {
        Map<String, Object> all = new LinkedHashMap<>((Map<String, Object>) one);
        all.putAll((Map<String, Object>) other);
        return all;
    }

    private static List<Object> parameters(String path, HandlerMethod method) {
        List<Object> all = new ArrayList<>();
        Matcher place = PLACE.matcher(path);
        while (place.find()) {
            all.add(
                    ordered(
                            "name",
                            place.group(1),
                            "in",
                            "path",
                            "required",
                            true,
                            "schema",
                            ordered("type", "string")));
        }
        for (ApiParameter each : method.getMethod().getAnnotationsByType(ApiParameter.class)) {
            all.add(
                    ordered(
                            "name",
                            each.name(),
                            "in",
                            each.header() ? "header" : "query",
                            "description",
                            each.about(),
                            "schema",
                            values(each)));
        }
        return all;
    }

    private static Map<String, Object> files(ApiFile[] files) {
        Map<String, Object> parts = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (ApiFile each : files) {
            parts.put(
                    each.name(),
                    ordered(
                            "type",
                            "string",
                            "contentMediaType",
                            "application/octet-stream",
                            "description",
                            each.about()));
            if (each.required()) {
                required.add(each.name());
            }
        }
        Map<String, Object> form =
                ordered("type", "object", "required", required, "properties", parts);
        return ordered(
                "required",
                !required.isEmpty(),
                "content",
                ordered("multipart/form-data", ordered("schema", form)));
    }

    private static Map<String, Object> values(ApiParameter parameter) {
        if (parameter.most() > 0) {
            return ordered(
                    "type",
                    "integer",
                    "minimum",
                    parameter.least(),
                    "maximum",
                    parameter.most(),
                    "default",
                    parameter.usual());
        }
        return parameter.oneOf().length == 0
                ? ordered("type", "string")
                : ordered("type", "string", "enum", Arrays.asList(parameter.oneOf()));
    }

    private static Map<String, Object> type(Type type, Map<String, Object> schemas) {
        if (type instanceof ParameterizedType of && of.getRawType() == List.class) {
            return ordered("type", "array", "items", type(of.getActualTypeArguments()[0], schemas));
        }
        if (type instanceof Class<?> known && known.isRecord()) {
            return ordered("$ref", "#/components/schemas/" + schema(known, schemas));
        }
        return switch (type.getTypeName()) {
            case "java.lang.String" -> ordered("type", "string");
            case "int", "long" -> ordered("type", "integer");
            case "boolean" -> ordered("type", "boolean");
            case String name when name.equals(UUID.class.getName()) ->
                    ordered("type", "string", "format", "uuid");
            case String name when name.equals(LocalDate.class.getName()) ->
                    ordered("type", "string", "format", "date");
            case String name when name.equals(Instant.class.getName()) ->
                    ordered("type", "string", "format", "date-time");
            case String other -> throw new IllegalStateException("No schema for " + other);
        };
    }

    /** Describes a record once, and names it. */
    private static String schema(Class<?> known, Map<String, Object> schemas) {
        Class<?> around = known.getEnclosingClass();
        String name =
                (around == null ? "" : around.getSimpleName().replaceFirst("Api$", ""))
                        + known.getSimpleName();
        if (!schemas.containsKey(name)) {
            Map<String, Object> properties = new LinkedHashMap<>();
            schemas.put(name, Map.of());
            for (RecordComponent each : known.getRecordComponents()) {
                Map<String, Object> type = type(each.getGenericType(), schemas);
                properties.put(
                        each.getName(), nullable(each.getAnnotatedType()) ? orNull(type) : type);
            }
            schemas.put(
                    name,
                    ordered(
                            "type",
                            "object",
                            "required",
                            List.copyOf(properties.keySet()),
                            "properties",
                            properties));
        }
        return name;
    }

    private static boolean nullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> orNull(Map<String, Object> type) {
        if (!type.containsKey("type")) {
            return ordered("anyOf", List.of(type, ordered("type", "null")));
        }
        Map<String, Object> either = new LinkedHashMap<>(type);
        either.put("type", List.of(String.valueOf(type.get("type")), "null"));
        return either;
    }

    private static String path(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().sorted().findFirst().orElse("");
    }

    /** The method, in small letters: a route of the API has one, others may have none. */
    private static String verb(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
