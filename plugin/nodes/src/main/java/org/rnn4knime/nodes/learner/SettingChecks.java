package org.rnn4knime.nodes.learner;

import java.util.function.Supplier;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;

/** Checks of settings that flow variables and files can bring in past the dialog. */
final class SettingChecks {

    private SettingChecks() {}

    /** Refuses null, which the dialog never writes; the message names the setting by its title. */
    static void checkChosen(final Object value, final String title) throws InvalidSettingsException {
        CheckUtils.checkSetting(value != null, "Nothing is chosen: the setting \"%s\" is null.", title);
    }

    /** Makes a refusal of the engine, which is a sentence for the user, one of KNIME's. */
    static void check(final Runnable check) throws InvalidSettingsException {
        checked(() -> {
            check.run();
            return check;
        });
    }

    /** Returns settings of the engine; its refusals are sentences for the user. */
    static <S> S checked(final Supplier<S> settings) throws InvalidSettingsException {
        try {
            return settings.get();
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
