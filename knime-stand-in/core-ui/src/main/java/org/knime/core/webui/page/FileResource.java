package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A resource that is a file of a bundle.
 *
 * @param file the file
 * @param relativePath its path below the page's base
 */
record FileResource(Path file, Path relativePath) implements Resource {

    @Override
    public String getRelativePath() {
        return relativePath.toString().replace('\\', '/');
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public boolean isStatic() {
        return true;
    }

    @Override
    public ContentType getContentType() {
        return ContentType.of(getRelativePath());
    }
}
