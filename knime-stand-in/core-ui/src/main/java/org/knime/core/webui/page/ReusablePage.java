package org.knime.core.webui.page;

/** A page that several nodes show. */
public final class ReusablePage extends FromFilePage {

    private final String m_pageId;

    ReusablePage(final FromFilePage page, final String pageId) {
        super(page);
        m_pageId = pageId;
    }

    public String getPageId() {
        return m_pageId;
    }
}
