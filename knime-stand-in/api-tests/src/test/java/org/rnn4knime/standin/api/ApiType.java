package org.rnn4knime.standin.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A public or protected type.
 *
 * @param name the internal name, such as org/knime/core/node/Node$LoopRole
 * @param modifiers as api.txt writes them, the kind (class, interface, annotation, enum, record) and "sealed" included
 * @param superclass the internal name, empty where it is Object
 * @param interfaces the internal names in their order
 * @param annotations the retention and the targets of an annotation type, as api.txt writes them
 * @param members by their keys
 */
record ApiType(
        String name,
        Set<String> modifiers,
        Optional<String> superclass,
        List<String> interfaces,
        Optional<String> signature,
        Set<String> annotations,
        Map<String, ApiMember> members) {}
