package org.knime.core.webui.page;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.FrameworkUtil;

/** A page whose files lie in a bundle that is installed as a folder; from a jar KNIME cannot read them either. */
public sealed class FromFilePage extends Page permits ReusablePage {

    private final Path m_base;

    FromFilePage(final Class<?> bundleClass, final String basePath, final String relativeFilePath) {
        this(base(bundleClass, basePath), relativeFilePath);
    }

    private FromFilePage(final Path base, final String relativeFilePath) {
        super(resource(base, Path.of(relativeFilePath)), true);
        m_base = base;
    }

    protected FromFilePage(final FromFilePage page) {
        super(page);
        m_base = page.m_base;
    }

    /** Adds a file that the page needs, such as an image. */
    public FromFilePage addResourceFile(final String relativeFilePath) {
        add(Path.of(relativeFilePath));
        return this;
    }

    /** Adds all files in a folder and in the folders below it. */
    public FromFilePage addResourceDirectory(final String relativeDirPath) {
        try (var files = Files.walk(m_base.resolve(relativeDirPath))) {
            files.filter(Files::isRegularFile).map(m_base::relativize).forEach(this::add);
        } catch (final IOException e) {
            throw new IllegalArgumentException(
                    "The page's folder " + m_base.resolve(relativeDirPath) + " cannot be read.", e);
        }
        return this;
    }

    /** The page under a name, so that several nodes can share it. */
    public ReusablePage getReusablePage(final String pageName) {
        return new ReusablePage(this, pageName);
    }

    private void add(final Path relativePath) {
        final var resource = resource(m_base, relativePath);
        m_resources.put(resource.getRelativePath(), resource);
    }

    /** Stricter than KNIME, which only logs that a file is missing. */
    private static Resource resource(final Path base, final Path relativePath) {
        final var file = base.resolve(relativePath);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("The page's file " + file + " does not exist.");
        }
        return new FileResource(file, relativePath);
    }

    private static Path base(final Class<?> bundleClass, final String basePath) {
        final var root = Optional.ofNullable(FrameworkUtil.getBundle(bundleClass))
                .flatMap(bundle -> Optional.ofNullable(bundle.getEntry(".")))
                .orElseThrow(() -> new IllegalStateException(
                        "The bundle of " + bundleClass.getName() + " must be installed as a folder to have pages."));
        try {
            // The URL of a folder with a space in its name is not encoded, so the parts make a URI that is.
            final var url = FileLocator.toFileURL(root);
            return Path.of(new URI(url.getProtocol(), url.getFile(), null))
                    .resolve(basePath)
                    .normalize();
        } catch (final IOException | URISyntaxException e) {
            throw new IllegalStateException("The page's folder " + basePath + " cannot be found.", e);
        }
    }
}
