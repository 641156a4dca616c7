package org.danaya.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.danaya.base.Fault;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words that people see, from the bundles {@code words/MODULE.LANGUAGE.properties}.
 *
 * <p>A sentence is a {@link MessageFormat}: its places are {@code {0}}, {@code {1}}. French
 * apostrophes are typographic (’), so that they don't quote.
 */
public final class Words {

    private final Map<Language, Map<String, String>> bundles = new ConcurrentHashMap<>();

    private Words() {}

    /**
     * The words of every bundle of the program, each language read when it is first spoken. Two
     * modules that give the same key are an error then.
     */
    public static Words load() {
        return new Words();
    }

    /**
     * The sentence of a key, with its places filled.
     *
     * @throws IllegalArgumentException if no bundle has the key
     */
    public String say(Language language, String key, Object... facts) {
        return new MessageFormat(sentence(language, key), language.locale()).format(facts);
    }

    /**
     * The sentence of a key as the bundle has it, with its places.
     *
     * @throws IllegalArgumentException if no bundle has the key
     */
    public String sentence(Language language, String key) {
        String sentence = keys(language).get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("No word for " + key + " in " + language.code());
        }
        return sentence;
    }

    /** The sentence of a fault: what is wrong, why, what to do. */
    public String say(Language language, Fault fault) {
        return say(language, "fault." + fault.code().code(), fault.facts().toArray());
    }

    /** Whether a key has words. */
    public boolean has(Language language, String key) {
        return keys(language).containsKey(key);
    }

    /** Every key of a language. */
    public Set<String> keySet(Language language) {
        return keys(language).keySet();
    }

    private Map<String, String> keys(Language language) {
        return bundles.computeIfAbsent(language, Words::bundle);
    }

    private static Map<String, String> bundle(Language language) {
        Map<String, String> bundle = new HashMap<>();
        try {
            String pattern = "classpath*:words/*." + language.code() + ".properties";
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources(pattern)) {
                read(resource).forEach((key, value) -> put(bundle, (String) key, (String) value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(bundle);
    }

    private static Properties read(Resource resource) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static void put(Map<String, String> bundle, String key, String value) {
        if (bundle.put(key, value) != null) {
            throw new IllegalStateException("Two bundles give words for " + key);
        }
    }
}
