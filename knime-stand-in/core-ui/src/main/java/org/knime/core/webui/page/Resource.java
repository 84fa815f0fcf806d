package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A file that a page consists of. */
public interface Resource {

    /** The path by which the page refers to it, with slashes. */
    String getRelativePath();

    InputStream getInputStream() throws IOException;

    /** Whether it is the same for every node. */
    boolean isStatic();

    ContentType getContentType();

    /** What a resource is, as the ending of its name tells. */
    enum ContentType {
        HTML(".html"),
        SHADOW_APP(".js"),
        SVG(".svg"),
        PNG(".png");

        private final String m_ending;

        ContentType(final String ending) {
            m_ending = ending;
        }

        /** KNIME refuses all other endings. */
        static ContentType of(final String path) {
            return Arrays.stream(values())
                    .filter(type -> path.endsWith(type.m_ending))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            path + " must end in .html, .js, .svg or .png to be a part of a page."));
        }
    }
}
