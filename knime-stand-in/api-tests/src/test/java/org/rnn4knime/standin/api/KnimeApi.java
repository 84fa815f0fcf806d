package org.rnn4knime.standin.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** KNIME's API as api.txt lists it, and the types that its signatures name without listing them. */
final class KnimeApi {

    private static final Pattern TYPE = Pattern.compile(
            "type (\\S+) (.*?)(?: extends (\\S+))?(?: implements (\\S+))?(?: generic (.*))? bundle (\\S+)");
    private static final Pattern METHOD = Pattern.compile(
            "  method ([^(\\s]+)(\\(\\S+) (.*?)(?: throws (\\S+))?(?: generic (.*?))?(?: default (.*))?");
    private static final Pattern FIELD = Pattern.compile("  field (\\S+) (\\S+) (.*?)(?: = (.*))?");
    private static final Pattern CLASS_IN_DESCRIPTOR = Pattern.compile("L((?:[a-z]\\w*/)+[\\w$]+)(?=[;<.])");

    private final Map<String, ApiType> types = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    private KnimeApi() {}

    /** Reads api.txt from the class path. */
    static KnimeApi read() throws IOException {
        try (var stream = KnimeApi.class.getResourceAsStream("/api.txt");
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(reader.lines().toList());
        }
    }

    static KnimeApi parse(final List<String> lines) {
        final var api = new KnimeApi();
        Optional<ApiType> type = Optional.empty();
        for (final var line : lines) {
            if (line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("type ")) {
                type = Optional.of(api.parseType(line));
            } else {
                api.parseContent(line, type.orElseThrow(() -> unreadable(line)));
            }
        }
        return api;
    }

    private static IllegalArgumentException unreadable(final String line) {
        return new IllegalArgumentException("api.txt has a line that cannot be read: " + line);
    }

    private ApiType parseType(final String line) {
        final var matcher = TYPE.matcher(line);
        if (!matcher.matches()) {
            throw unreadable(line);
        }
        final var type = new ApiType(
                matcher.group(1),
                words(matcher.group(2)),
                Optional.ofNullable(matcher.group(3)),
                list(matcher.group(4)),
                Optional.ofNullable(matcher.group(5)),
                new HashSet<>(),
                new HashMap<>());
        type.superclass().ifPresent(named::add);
        named.addAll(type.interfaces());
        type.signature().ifPresent(this::nameClassesOf);
        types.put(type.name(), type);
        return type;
    }

    private void parseContent(final String line, final ApiType type) {
        if (line.startsWith("  @")) {
            if (!line.equals("  @Deprecated")) {
                type.annotations().add(line.strip());
            }
            return;
        }
        final var member = line.startsWith("  field ") ? parseField(line) : parseMethod(line);
        type.members().put(member.key(), member);
    }

    private ApiMember parseField(final String line) {
        final var matcher = FIELD.matcher(line);
        if (!matcher.matches()) {
            throw unreadable(line);
        }
        nameClassesOf(matcher.group(2));
        return new ApiMember(
                ApiMember.fieldKey(matcher.group(1), matcher.group(2)),
                words(matcher.group(3)),
                Set.of(),
                Optional.empty(),
                Optional.ofNullable(matcher.group(4)));
    }

    private ApiMember parseMethod(final String line) {
        final var matcher = METHOD.matcher(line);
        if (!matcher.matches()) {
            throw unreadable(line);
        }
        final var exceptions = list(matcher.group(4));
        final var signature = Optional.ofNullable(matcher.group(5));
        named.addAll(exceptions);
        nameClassesOf(matcher.group(2));
        signature.ifPresent(this::nameClassesOf);
        final var defaultValue = Optional.ofNullable(matcher.group(6));
        defaultValue.ifPresent(this::nameClassesOf);
        return new ApiMember(
                ApiMember.methodKey(matcher.group(1), matcher.group(2)),
                words(matcher.group(3)),
                Set.copyOf(exceptions),
                signature,
                defaultValue);
    }

    private void nameClassesOf(final String signature) {
        CLASS_IN_DESCRIPTOR.matcher(signature).results().forEach(match -> named.add(match.group(1)));
    }

    private static Set<String> words(final String text) {
        return Set.of(text.strip().split(" "));
    }

    private static List<String> list(final String text) {
        return text == null ? List.of() : List.of(text.split(","));
    }

    Optional<ApiType> type(final String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** Whether a signature names this type, or one nested in it, though it is not listed. */
    boolean namesWithoutListing(final String name) {
        return !types.containsKey(name)
                && named.stream().anyMatch(other -> other.equals(name) || other.startsWith(name + "$"));
    }

    int memberCount() {
        return types.values().stream().mapToInt(type -> type.members().size()).sum();
    }
}
