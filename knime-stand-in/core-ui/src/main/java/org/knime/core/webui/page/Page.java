package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.knime.core.node.FluentNodeAPI;

/** What a view shows: an HTML page or a script, with the files that it needs. */
public sealed class Page implements Resource, FluentNodeAPI permits FromFilePage {

    /** The further files by their relative paths. */
    protected final Map<String, Resource> m_resources;

    protected boolean m_isCompletelyStatic;

    private final Resource m_pageResource;

    protected Page(final Resource pageResource, final boolean isCompletelyStatic) {
        m_pageResource = pageResource;
        m_resources = new LinkedHashMap<>();
        m_isCompletelyStatic = isCompletelyStatic;
    }

    protected Page(final Page page) {
        m_pageResource = page.m_pageResource;
        m_resources = page.m_resources;
        m_isCompletelyStatic = page.m_isCompletelyStatic;
    }

    /** Starts the description of a page. */
    public static RequireFromFileOrString create() {
        return () -> bundleClass ->
                basePath -> relativeFilePath -> new FromFilePage(bundleClass, basePath, relativeFilePath);
    }

    public Optional<Resource> getResource(final String relativePath) {
        return Optional.ofNullable(m_resources.get(relativePath));
    }

    public boolean isCompletelyStatic() {
        return m_isCompletelyStatic;
    }

    @Override
    public String getRelativePath() {
        return m_pageResource.getRelativePath();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return m_pageResource.getInputStream();
    }

    @Override
    public boolean isStatic() {
        return m_pageResource.isStatic();
    }

    @Override
    public ContentType getContentType() {
        return m_pageResource.getContentType();
    }

    /** The stage that asks where the page comes from. */
    public interface RequireFromFileOrString {

        RequireBundle fromFile();
    }

    /** The stage that asks for the bundle. */
    public interface RequireBundle {

        /** A class of the bundle that has the page's files. */
        RequireBasePath bundleClass(Class<?> bundleClass);
    }

    /** The stage that asks for the folder. */
    public interface RequireBasePath {

        /** The folder in the bundle to which all paths of the page are relative. */
        RequireRelativeFilePath basePath(String basePath);
    }

    /** The stage that asks for the file. */
    public interface RequireRelativeFilePath {

        FromFilePage relativeFilePath(String relativeFilePath);
    }
}
