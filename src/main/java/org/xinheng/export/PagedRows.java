package org.xinheng.export;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a table, read page by page while the file is written: however many there are, one page of them is in
 * memory. What speaks against reading them is told with the first page, before the file begins.
 */
public final class PagedRows<M> implements Iterator<List<String>> {
    private final Pages<M> pages;
    private Iterator<List<String>> page;
    private @Nullable M next;

    /** Reads the page that begins after a mark. */
    @FunctionalInterface
    public interface Pages<M> {
        Page<M> after(M mark);
    }

    /**
     * One page; it may be empty and not the last.
     *
     * @param next after which the next begins, null where none follows
     */
    public record Page<M>(List<List<String>> rows, @Nullable M next) {}

    /** The rows of the first page and of those that follow. */
    public PagedRows(Page<M> first, Pages<M> pages) {
        this.pages = pages;
        this.page = first.rows().iterator();
        this.next = first.next();
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && next != null) {
            Page<M> following = pages.after(next);
            page = following.rows().iterator();
            next = following.next();
        }
        return page.hasNext();
    }

    @Override
    public List<String> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }
}
