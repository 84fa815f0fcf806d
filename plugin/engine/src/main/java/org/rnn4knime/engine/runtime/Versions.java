package org.rnn4knime.engine.runtime;

import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.osgi.framework.FrameworkUtil;

/** The versions of what computes. */
public final class Versions {

    private static final String UNKNOWN = "unknown";

    private Versions() {}

    /** The version of this extension; "unknown" outside of OSGi, where nothing states it. */
    public static String extension() {
        try {
            return Optional.ofNullable(FrameworkUtil.getBundle(Versions.class))
                    .map(bundle -> bundle.getVersion().toString())
                    .orElse(UNKNOWN);
        } catch (NoClassDefFoundError e) {
            return UNKNOWN;
        }
    }

    /** The version of Deeplearning4j, as its jar states it. */
    public static String deeplearning4j() {
        final var resource = "META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties";
        try (var stream = MultiLayerNetwork.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                return UNKNOWN;
            }
            final var properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version", UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
