package org.rnn4knime.standin.parameters;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/**
 * The fields of a class, all on one level, unless annotations of the class say otherwise.
 *
 * @param type the class
 */
record ObjectForm(Class<?> type) implements Form {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        contentForm().save(value, settings);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return contentForm().load(settings);
    }

    @Override
    public List<KeyPath> paths() {
        return contentForm().paths();
    }

    private Form contentForm() {
        final var persistor = type.getAnnotation(Persistor.class);
        final var present = persistor == null ? new FieldsForm(type) : CustomForm.of(persistor);
        final var migration = type.getAnnotation(Migration.class);
        return migration == null ? present : MigratingForm.of(present, migration);
    }

    /** The fields of a class without a persistor. */
    private record FieldsForm(Class<?> type) implements Form {

        @Override
        public void save(final Object value, final NodeSettingsWO settings) {
            for (final var field : ParameterField.of(type)) {
                formOf(field, value).save(field.get(value).orElse(null), settings);
            }
        }

        @Override
        public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
            final var loaded = Instances.create(type);
            for (final var field : ParameterField.of(type)) {
                field.set(loaded, formOf(field, loaded).load(settings));
            }
            return loaded;
        }

        @Override
        public List<KeyPath> paths() {
            return List.of(new KeyPath(List.of()));
        }

        private Form formOf(final ParameterField field, final Object owner) {
            final var present = field.annotation(Persistor.class)
                    .<Form>map(CustomForm::of)
                    .orElseGet(() -> presentForm(field, owner));
            final var migration = field.annotation(Migration.class);
            final var form = migration.map(m -> MigratingForm.of(present, m)).orElse(present);
            final var fieldDefaults = field.annotation(Migrate.class)
                    .map(Migrate::loadDefaultIfAbsent)
                    .orElse(false);
            final var classDefaults =
                    type.isAnnotationPresent(LoadDefaultsForAbsentFields.class) && migration.isEmpty();
            final var defaults =
                    (fieldDefaults || classDefaults) && !form.paths().isEmpty();
            return defaults ? new DefaultingForm(form, field.get(owner).orElse(null)) : form;
        }

        /** A nested class may be declared as a type variable, so the object at hand decides. */
        private static Form presentForm(final ParameterField field, final Object owner) {
            final var fieldType = field.type();
            if (Persistable.class.isAssignableFrom(fieldType)) {
                return new NestedForm(
                        field.key(), new ObjectForm(field.require(owner).getClass()));
            }
            if (fieldType.isArray() && Persistable.class.isAssignableFrom(fieldType.getComponentType())) {
                return new NestedForm(field.key(), new ListForm(fieldType.getComponentType(), true));
            }
            if (List.class.equals(fieldType)) {
                return new NestedForm(field.key(), new ListForm(field.contentType(), false));
            }
            if (Optional.class.equals(fieldType)) {
                return new OptionalForm(LeafForm.of(field.contentType(), field.key()));
            }
            return LeafForm.of(fieldType, field.key());
        }
    }
}
