package org.rnn4knime.engine.runtime;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.FileLocator;

/** Finds the folders with a platform's native libraries among the resources of a class loader. */
final class NativeLibraries {

    private NativeLibraries() {}

    /**
     * The folders, joined as in a path of the operating system; empty where the libraries lie in jars, out of which JavaCPP
     * unpacks them itself.
     *
     * @throws UnsupportedPlatformException if there is none for the platform
     */
    static String folders(final ClassLoader loader, final String platform) {
        return Stream.of("org/nd4j/linalg/cpu/nativecpu/bindings", "org/bytedeco/openblas", "org/bytedeco/javacpp")
                .map(owner -> resource(loader, platform, owner + "/" + platform + "/"))
                .filter(resource -> !"jar".equals(resource.getProtocol()))
                .map(resource -> folder(platform, resource))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static URL resource(final ClassLoader loader, final String platform, final String name) {
        final var resource = loader.getResource(name);
        if (resource == null) {
            throw UnsupportedPlatformException.missing(platform, name);
        }
        return resource;
    }

    private static Path folder(final String platform, final URL resource) {
        try {
            if (resource.getProtocol().startsWith("bundle")) {
                // Equinox writes a space into the URL as it is, so the path is taken out and encoded anew.
                return Path.of(
                        new URI("file", null, FileLocator.toFileURL(resource).getPath(), null));
            }
            return Path.of(resource.toURI());
        } catch (IOException | URISyntaxException e) {
            throw UnsupportedPlatformException.broken(platform, e);
        }
    }
}
