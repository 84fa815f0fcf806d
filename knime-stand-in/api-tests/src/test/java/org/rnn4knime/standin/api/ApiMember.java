package org.rnn4knime.standin.api;

import java.util.Optional;
import java.util.Set;

/**
 * A public or protected field or method.
 *
 * @param key its kind, name and erased descriptor, which tell it from the type's other members
 * @param modifiers those of public, protected, static, final and abstract that it has
 * @param exceptions the internal names of the exceptions that it declares
 * @param signature the generic signature, if it has one that differs from the descriptor; empty for fields, as api.txt
 *     lists none there
 * @param value a constant's value or an annotation element's default, as api.txt writes it
 */
record ApiMember(
        String key, Set<String> modifiers, Set<String> exceptions, Optional<String> signature, Optional<String> value) {

    static String fieldKey(final String name, final String descriptor) {
        return "field " + name + " " + descriptor;
    }

    static String methodKey(final String name, final String descriptor) {
        return "method " + name + descriptor;
    }
}
